import Authoring
import CommonMark
import Tailoring
import Templating

/// A question that is open and matters.
struct QuestionItem: TemplateModel {
  let label: String
  let ask: String
  let url: String
  let findOut: [UInt8]
  let isQuick: Bool

  init(_ question: Question, in context: inout PageContext) {
    label = question.label
    ask = question.ask
    url = context.style.url(of: .question, question.id.text, on: .answers)
    findOut = context.html(question.findOut)
    isQuick = question.isQuick
  }

  static let fields: [Field<Self>] = [
    .text("label", \.label), .text("ask", \.ask), .text("url", \.url), .html("find_out", \.findOut),
    .flag("quick", \.isQuick),
  ]
}

extension PageContext {
  /// The open questions that criteria hang on, in the playbook's order.
  mutating func openQuestions() -> [QuestionItem] {
    let names = Set(tailored.verdict.openQuestions)
    return tailored.questions.filter { names.contains($0.question.id) }.map {
      QuestionItem($0.question, in: &self)
    }
  }
}
