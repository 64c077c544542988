/// The camps that an actor of the actor table may be counted among.
///
/// Reports name the same party now by its whole, now by a part or an ally: a council for the SDF,
/// the US Central Command for the coalition, Syrian for Russian warplanes. Such names do not
/// contradict each other; names without a camp in common do.
struct Camps: OptionSet, Hashable {
  var rawValue: UInt16

  static let coalition = Camps(rawValue: 1 << 0)
  static let northEast = Camps(rawValue: 1 << 1)
  static let newState = Camps(rawValue: 1 << 2)
  static let opposition = Camps(rawValue: 1 << 3)
  static let turkish = Camps(rawValue: 1 << 4)
  static let regime = Camps(rawValue: 1 << 5)
  static let israel = Camps(rawValue: 1 << 6)
  static let isis = Camps(rawValue: 1 << 7)
  static let jordan = Camps(rawValue: 1 << 8)
  static let south = Camps(rawValue: 1 << 9)
  static let civilian = Camps(rawValue: 1 << 10)
  /// For those who may be anybody.
  static let any = Camps(rawValue: .max)

  /// The camps that an actor of the actor table may be counted among; nil for ids that stand for nobody
  /// in particular.
  static func of(actor id: String) -> Camps? {
    nobody.contains(id) ? nil : table[id] ?? .any
  }

  private static let nobody: Set<String> = [
    "unknown", "unknown_gunmen", "unknown_drone", "unspecified_air", "patrol", "joint_patrol",
  ]

  /// Ids of the actor table by their camps; who is left out may be anybody.
  private static let table: [String: Camps] = {
    let lists: [(Camps, String)] = [
      ([.coalition, .northEast, .newState], "coalition centcom us_forces uk_forces france_forces"),
      (
        [.northEast],
        """
        sdf ypg ypj pyd asayish asayish_aleppo hat ypg_pkk_turkish_name autonomous_administration \
        ain_issa_council bab_council deir_ezzor_council hajin_council jarablus_council \
        kobani_council manbij_council raqqa_council rasalain_council tabqa_council \
        tal_abyad_council tal_tamr_council syriac_council jaysh_thuwar sanadid self_defense_duty \
        civil_defense_forces_ne revolutionary_youth afrin_liberation pkk
        """
      ),
      (
        [.newState],
        """
        syrian_interior_ministry general_intelligence_new syrian_republican_guard division_40 \
        division_42 division_44 division_52 division_54 division_56 division_60 division_62 \
        division_64 division_66 division_70 division_72 division_74 division_76 division_80 \
        division_82 division_84 division_86 division_98
        """
      ),
      ([.newState, .northEast], "interior_security counter_terrorism"),
      ([.newState, .opposition], "general_security hts deterrence"),
      (
        [.newState, .regime, .northEast, .opposition],
        """
        syrian_army syrian_defence_ministry syrian_government_forces syrian_border_guard \
        syrian_police security_forces military_police criminal_police customs anti_narcotics
        """
      ),
      (
        [.opposition],
        """
        opposition nusra nlf fath_mubin free_army ahrar_sham faylaq_sham jaysh_izza jaysh_nasr \
        jaysh_ahrar jaysh_nukhba jaysh_fath suqour_sham hurras_din turkistan_party ansar_tawhid \
        ansar_din ansar_islam ajnad_sham southern_front alqaeda division_13 faylaq_rahman
        """
      ),
      ([.turkish], "turkey"),
      (
        [.turkish, .opposition],
        """
        sna hamza_division sultan_murad sultan_suleiman_shah sultan_malikshah jabha_shamiya \
        ahrar_sharqiya jaysh_sharqiya muhammad_fatih muntasir_billah mutasim samarkand rijal_harb \
        division_20_sna faylaq_majd jaysh_islam nour_zenki
        """
      ),
      (
        [.regime],
        """
        regime_army corps_5 ndf local_defense baath_brigades shabiha popular_committees qaterji \
        military_intelligence air_intelligence political_security state_security \
        security_branches regime_corps_3 regime_division_1 regime_division_3 regime_division_4 \
        regime_division_5 regime_division_7 regime_division_9 regime_division_10 \
        regime_division_11 regime_division_14 regime_division_15 regime_division_18 \
        regime_division_20 regime_division_22 regime_division_24 regime_division_25 \
        regime_division_26 regime_division_30 russia russia_air wagner iran iran_militias \
        hezbollah hezbollah_syrian fatemiyoun zainabiyoun baqir lwaa_alquds remnants \
        saraya_jawad sayf_albahr hashd nujaba asaib kataib_hezbollah kataib_imam_ali \
        islamic_resistance_iraq isis_hunters desert_hawks abu_fadl_abbas
        """
      ),
      ([.israel], "idf settlers"),
      ([.isis], "isis jaish_khalid"),
      ([.isis, .opposition, .regime, .northEast], "sleeper_cells saraya_ansar_sunna"),
      ([.jordan], "jordan_army"),
      ([.south], "druze_fighters rijal_karama liwa_jabal"),
      ([.civilian], "civilians relatives white_helmets red_crescent"),
    ]
    var table: [String: Camps] = [:]
    for (camps, ids) in lists {
      for id in ids.split(separator: " ") { table[String(id)] = camps }
    }
    return table
  }()
}
