import TestSupport
import Testing

extension Corpus {
  /// Where a failure is reported: the example's line.
  func source(of example: Example) -> SourceLocation {
    SourceLocation(fileID: "ArabicTextTests/corpus", filePath: path, line: example.line, column: 1)
  }
}
