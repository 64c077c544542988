import Geometry
import TestSupport
import Testing

@Suite struct ShapeIndexTests {
  @Test(arguments: 0..<30)
  func `it tells the certain from the possible as looking at every shape does`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let shapes = try (0..<60).map { number -> Shape in
      let place = random.point()
      switch number % 4 {
      case 0: return .point(place)
      case 1:
        return try .disc(around: place, radius: .metres(.random(in: 50...30_000, using: &random)))
      case 2: return .polygon(random.star(around: place, corners: 7, reach: 0.6))
      default: return .line([place, random.point(near: place, reach: 40_000)])
      }
    }
    let index = try ShapeIndex(shapes + [.empty])
    let centre = random.point()
    for kilometres in [0.0, 20, 100, 400] {
      let radius = Distance.kilometres(kilometres)
      let matches = index.matches(within: radius, of: centre)
      let expected = shapes.indices.filter { centre.distance(to: shapes[$0]) <= radius }
      #expect(matches.map(\.index).sorted() == expected)
      for match in matches {
        #expect(match.nearest == centre.distance(to: shapes[match.index]))
        #expect(match.nearest <= match.farthest)
        #expect(match.nearness == (match.farthest <= radius ? .certain : .possible))
      }
      #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.nearest <= $1.nearest })
    }
  }

  @Test func `a disc half inside is possible, wholly inside is certain`() throws {
    let village = aleppo.destination(bearing: 90, distance: .kilometres(10))
    let index = try ShapeIndex([.disc(around: village, radius: .kilometres(2))])
    #expect(index.matches(within: .kilometres(7.9), of: aleppo).isEmpty)
    #expect(index.matches(within: .kilometres(10), of: aleppo).map(\.nearness) == [.possible])
    #expect(index.matches(within: .kilometres(12.1), of: aleppo).map(\.nearness) == [.certain])
    #expect(index.matches(within: .metres(-1), of: aleppo).isEmpty)
    #expect(throws: CoordinateError.self) {
      try ShapeIndex([.point(GeoPoint(longitude: .nan, latitude: 1))])
    }
  }
}
