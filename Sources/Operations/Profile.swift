import Claims
import Geocoding
import Reports

/// A claim made ready for comparison: everything that linking looks at, texts as numbers.
///
/// It has no parts elsewhere but its lists of numbers, so that a million of them are soon made.
struct Profile: Equatable {
  var type: OperationType
  var status: ClaimStatus
  var time: EventTime
  var place: EventPlace?
  var actors: EventActors
  var figures: EventFigures
  var means: Numbers
  /// A number that stands for the quoted text; nil when there is none.
  var wording: Int32?
}

extension Profile {
  /// Makes a claim ready for comparison.
  ///
  /// - Parameters:
  ///   - located: Where it lies: a claim has many parts, and to copy it is to touch them all.
  ///   - wording: The number of the quoted text.
  ///   - numbering: Gives texts their numbers.
  init(of located: ClaimPointer, wording: Int32?, numbering: inout Numbering) {
    type = located.pointee.claim.type
    status = located.pointee.claim.status
    time = EventTime(of: located)
    place = EventPlace(of: located, numbering: &numbering)
    actors = EventActors(of: located, numbering: &numbering)
    figures = EventFigures(of: located)
    for i in located.pointee.claim.means.indices {
      numbering.put(located.pointee.claim.means[i], .means)
    }
    means = numbering.takeList()
    self.wording = wording
  }
}

extension Profile {
  /// True for what is told as past, in words that are enough to know it again in another report.
  ///
  /// Reports repeat their background word for word, day after day.
  var isBackground: Bool {
    time.undated != time && agreement(with: self)?.isSameEvent == true
  }

  /// Looks at where it begins, at its middle and at its end; gives a number that is not below zero.
  @inline(__always)
  func look() -> Int { Int(type.kin) | Int(place?.precision.coarseness ?? 0) | means.count }

  /// The profile without the day of publication.
  var undated: Profile {
    var profile = self
    profile.time = time.undated
    return profile
  }

  /// The same for equal profiles, and seldom so for others.
  var hash: UInt64 {
    var hash = StableHash()
    hash.combine(Int(wording ?? -1) << 8 | Int(type.kin))
    hash.combine(time.days?.lowerBound ?? time.published ?? .max)
    hash.combine(time.yearless?.lowerBound ?? 0)
    hash.combine(Int(place?.ids.first ?? -1) << 32 | figuresTold)
    return hash.value
  }

  private var figuresTold: Int {
    [figures.killed, figures.wounded, figures.detained, figures.freed].reduce(0) { told, figure in
      told &* 31 &+ (figure.map { $0.min & 0xFFFF } ?? 0xFFFF)
    } & 0xFFFF_FFFF
  }
}

extension EventActors {
  init(of located: ClaimPointer, numbering: inout Numbering) {
    func numbers(_ role: ClaimActor.Role) -> Numbers {
      for i in located.pointee.claim.actors.indices
      where located.pointee.claim.actors[i].role == role {
        if let id = located.pointee.claim.actors[i].id {
          let number = numbering.number(of: id, .actor)
          let camps = numbering.camps(of: number)
          if camps != nil { numbering.put(number) }
          if role == .target {
            targetSides.formUnion(camps ?? .any)
          } else {
            sides.formUnion(camps ?? .any)
          }
        } else {
          numbering.put(located.pointee.claim.actors[i].name, .name)
          if role == .target { targetSides = .any } else { sides = .any }
        }
      }
      return numbering.takeList()
    }
    sides = []
    targetSides = []
    initiators = numbers(.initiator)
    partners = numbers(.partner)
    targets = numbers(.target)
    if sides.isEmpty { sides = .any }
    if targetSides.isEmpty { targetSides = .any }
  }
}
