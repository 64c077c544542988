import Claims
import Evaluation
import Geocoding
import Testing

/// How far confidence is kept.
struct Calibrations {
  @Test func `claims are counted in the band of their confidence`() {
    func sure(_ confidence: Double, codes: [String] = ["C1"]) -> LocatedClaim {
      claim(codes: codes) { $0.location?.confidence = confidence }
    }
    let evaluation = Evaluation(
      of: [sure(0.96)], against: [GoldReport(id: "r1", operations: [operation()])],
      knowing: PlaceFacts())
    let bands = evaluation.matched.calibration.bands
    #expect(bands.map(\.share.of) == [0, 0, 0, 0, 0, 1])
    #expect(bands.last?.share.right == 1)
    #expect(bands.last?.confidence == 0.96)
    #expect(abs((evaluation.matched.calibration.error ?? 1) - 0.04) < 1e-9)
    #expect(evaluation.calibrationText.contains("0.95–1.00"))
  }
}
