import ArgumentParser
import Makan

/// How the program ends, after sysexits.
enum ExitStatus: Int32 {
  case usage = 64
  case badData = 65
  case noInput = 66
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
}

/// What ends a command before its time, in a sentence for its user.
struct Complaint: Error {
  var status: ExitStatus
  /// Nil when everything has been said.
  var message: String?

  init(_ status: ExitStatus, _ message: String?) {
    self.status = status
    self.message = message
  }

  /// Says what an error of a stage means for a user; nil for the errors of the command line.
  init?(about error: any Error) {
    switch error {
    case let issue as InputIssue:
      self.init(ExitStatus(rawValue: issue.exitCode) ?? .badData, "\(issue)")
    case let error as MapFolderError:
      self.init(ExitStatus(rawValue: error.exitCode) ?? .inputOutput, "\(error)")
    case let error as PictureError:
      self.init(ExitStatus(rawValue: error.exitCode) ?? .software, "\(error)")
    case let error as LeafletError: self.init(.noInput, "\(error)")
    case let error as MapFileError: self.init(.badData, "\(error)")
    case let error as GoldError: self.init(.badData, "\(error)")
    case _ where MakanCommand.exitCode(for: error) == .failure:
      // No error of the command line: a table that is broken, or a fault in makan.
      self.init(.software, "\(error)")
    default: return nil
    }
  }
}
