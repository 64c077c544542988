import Testing

extension Corpus.Example {
  /// Where a failure is reported: the example's line.
  public var source: SourceLocation {
    let folders = path.split(separator: "/")
    return SourceLocation(
      fileID: "\(folders.dropFirst().first ?? "Tests")/\(folders.last ?? "corpus")", filePath: path,
      line: line, column: 1)
  }
}
