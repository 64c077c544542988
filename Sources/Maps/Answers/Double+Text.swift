import JSONText

extension Double {
  /// The number with at most so many decimals and no needless zeros: `36.7`.
  func text(decimals: Int) -> String {
    var json = JSONWriter()
    json.double(self, decimals: decimals)
    return json.string
  }
}
