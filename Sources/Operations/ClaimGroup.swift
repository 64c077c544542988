import Claims
import Geocoding

/// Some of many claims, which are looked at where they lie: to copy a claim is to touch all its parts.
struct ClaimGroup: RandomAccessCollection {
  private let claims: [ClaimPointer]
  private var members: ArraySlice<Int32>

  /// Takes some claims by their numbers.
  init(_ members: ArraySlice<Int32>, of claims: [ClaimPointer]) {
    self.claims = claims
    self.members = members
  }

  var startIndex: Int { members.startIndex }
  var endIndex: Int { members.endIndex }

  subscript(position: Int) -> ClaimPointer {
    claims[Int(members[position])]
  }

  /// The claims that tell of an event, and not that it did not happen, unless all do.
  var told: ClaimGroup {
    if allSatisfy({ $0.pointee.claim.status != .denied }) { return self }
    let affirming = members.filter { claims[Int($0)].pointee.claim.status != .denied }
    return affirming.isEmpty ? self : ClaimGroup(affirming[...], of: claims)
  }
}
