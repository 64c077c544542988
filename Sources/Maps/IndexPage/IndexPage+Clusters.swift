import Foundation
import Geometry
import JSONText

extension IndexPage {
  /// Clusters that are made here, when there are more operations than the page is to group itself.
  ///
  /// For each zoom from 5 to 11 a number for every operation: those with the same number stand
  /// together. None straddles governorates; those without a place have -1.
  func writeClusters(to json: inout JSONWriter) {
    guard layers.operations.count > capacity else { return json.null() }
    let spots = layers.operations.map { operation -> MapSpot? in
      guard operation.isPlaced, let point = operation.point else { return nil }
      let group = operation.governorates.map(\.code).joined(separator: "+")
      return MapSpot(point, group: group)
    }
    json.object { json in
      for zoom in 5...11 {
        json.key(text: "\(zoom)")
        json.array { json in
          for number in ScreenClusters(of: spots, zoom: zoom).numbers { json.int(number) }
        }
      }
    }
  }
}

/// Where an operation stands on a world map that is one unit wide, in the projection of web maps.
private struct MapSpot {
  var x: Double
  var y: Double
  var group: String

  init(_ point: GeoPoint, group: String) {
    let sine = sin(point.latitude * .pi / 180)
    x = (point.longitude + 180) / 360
    y = 0.5 - log((1 + sine) / (1 - sine)) / (4 * .pi)
    self.group = group
  }
}

/// Groups of spots that would stand too close on a screen at a zoom.
private struct ScreenClusters {
  /// A number for each spot, from 0; -1 for none.
  private(set) var numbers: [Int]

  /// The cells of the grid, in pixels, and how near two groups may come.
  private static let cell = 58.0
  private static let reach = 44.0

  private struct Key: Hashable {
    var column: Int
    var row: Int
    var group: String
  }

  private struct Group {
    var key: Key
    var members: [Int] = []
    var x = 0.0
    var y = 0.0
    var middle: (x: Double, y: Double) { (x / Double(members.count), y / Double(members.count)) }
  }

  /// Groups what one cell of a grid holds, then joins groups of neighbouring cells that come too
  /// close, the largest first.
  init(of spots: [MapSpot?], zoom: Int) {
    let scale = 256 * Double(1 << zoom)
    var places: [Key: Int] = [:]
    var groups: [Group] = []
    for (index, spot) in spots.enumerated() {
      guard let spot else { continue }
      let (x, y) = (spot.x * scale, spot.y * scale)
      let key = Key(
        column: Int((x / Self.cell).rounded(.down)), row: Int((y / Self.cell).rounded(.down)),
        group: spot.group)
      let place = places[key, default: groups.count]
      if place == groups.count {
        places[key] = place
        groups.append(Group(key: key))
      }
      groups[place].members.append(index)
      groups[place].x += x
      groups[place].y += y
    }
    let order = groups.indices.sorted {
      (groups[$1].members.count, groups[$0].members[0])
        < (groups[$0].members.count, groups[$1].members[0])
    }
    numbers = Array(repeating: -1, count: spots.count)
    var isKept = Array(repeating: false, count: groups.count)
    for place in order {
      let (group, middle) = (groups[place], groups[place].middle)
      var target = place
      for column in group.key.column - 1...group.key.column + 1 {
        for row in group.key.row - 1...group.key.row + 1 where target == place {
          let key = Key(column: column, row: row, group: group.key.group)
          guard let other = places[key], isKept[other] else { continue }
          let away = (groups[other].middle.x - middle.x, groups[other].middle.y - middle.y)
          if (away.0 * away.0 + away.1 * away.1).squareRoot() < Self.reach { target = other }
        }
      }
      isKept[place] = target == place
      if target != place {
        groups[target].members += group.members
        groups[target].x += group.x
        groups[target].y += group.y
      }
    }
    for place in order where isKept[place] {
      for member in groups[place].members { numbers[member] = place }
    }
  }
}
