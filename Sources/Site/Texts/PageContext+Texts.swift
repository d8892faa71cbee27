import Authoring
import CommonMark
import Templating

extension PageContext: TextPlace {
  var shared: PreparedPlaybook { team.shared }
  var key: TeamKey { team.key }
  var names: NamedValues { team.names }

  func mark(of citation: Citation) -> [UInt8]? { marks.citation(of: citation.id) }

  /// An address that is not known yet leads to the question.
  func url(of open: OpenValue) -> String {
    let question = open.questions.first.map { style.url(of: .question, $0, on: .answers) }
    return question ?? style.url(of: .answers)
  }
}
