import Gazetteer
import Geometry
import JSONText

extension IndexPage {
  /// The base map.
  ///
  /// Coordinates are whole numbers of ten-thousandths of a degree, about 10 metres, and in a run each
  /// but the first is the step from the one before.
  var groundJSON: [UInt8] {
    let ground = layers.ground
    var json = JSONWriter()
    func unit(_ territory: Territory, _ json: inout JSONWriter) {
      json.object { json in
        json.member("code", territory.unit.code)
        json.member("ar", territory.unit.nameArabic)
        json.member("en", territory.unit.nameEnglish)
        let middle = (try? territory.shape.pointOnSurface()).flatMap { $0 }
        json.key("middle")
        json.steps(middle.map { [$0] } ?? [])
        json.key("areas")
        json.rings(ofAreas: territory.shape)
      }
    }
    func course(_ course: Course, _ json: inout JSONWriter) {
      json.object { json in
        json.member("name", course.name)
        json.member("ar", course.nameArabic)
        json.member("en", course.nameEnglish)
        json.key("line")
        json.steps(course.line)
      }
    }
    json.object { json in
      json.member("attribution", ground.attribution)
      json.key("sea")
      json.rings(ofAreas: ground.sea)
      json.array("governorates") { json in
        for territory in ground.governorates { unit(territory, &json) }
      }
      json.array("districts") { json in
        for territory in ground.smallerUnits where territory.unit.code.utf8.count == 6 {
          unit(territory, &json)
        }
      }
      json.array("subdistricts") { json in
        for territory in ground.smallerUnits where territory.unit.code.utf8.count == 8 {
          json.array { json in
            json.string(territory.unit.code)
            json.string(territory.unit.nameArabic)
            json.string(territory.unit.nameEnglish)
          }
        }
      }
      json.array("countries") { json in for land in ground.neighbours { unit(land, &json) } }
      json.array("lakes") { json in for lake in ground.lakes { unit(lake, &json) } }
      json.array("rivers") { json in for river in ground.rivers { course(river, &json) } }
      json.array("roads") { json in for road in ground.roads { course(road, &json) } }
      json.array("places") { json in
        for place in ground.places {
          json.array { json in
            json.int(place.point.longitude.tenThousandths)
            json.int(place.point.latitude.tenThousandths)
            json.string(place.kind.name)
            json.int(place.importance)
            json.string(place.governorate)
            json.string(place.nameArabic)
            json.string(place.nameEnglish)
            if !place.otherNames.isEmpty { json.string(place.otherNames.joined(separator: "|")) }
          }
        }
      }
    }
    return json.take()
  }
}

extension JSONWriter {
  /// Writes the polygons of a shape: each a list of rings, each ring a run of steps.
  mutating func rings(ofAreas shape: Shape) {
    array { json in
      for polygon in shape.polygons {
        json.array { json in
          for ring in polygon.rings { json.steps(Array(ring.dropLast())) }
        }
      }
    }
  }

  /// Writes points as steps: `x, y, dx, dy, dx, dy …`; points that fall together are written once.
  fileprivate mutating func steps(_ points: [GeoPoint]) {
    array { json in
      var last: (x: Int, y: Int)?
      for point in points {
        let (x, y) = (point.longitude.tenThousandths, point.latitude.tenThousandths)
        if let last, last == (x, y) { continue }
        json.int(x - (last?.x ?? 0))
        json.int(y - (last?.y ?? 0))
        last = (x, y)
      }
    }
  }
}

extension Double {
  fileprivate var tenThousandths: Int { Int((self * 1e4).rounded()) }
}
