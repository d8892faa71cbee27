import Authoring
import Templating

extension DataValue {
  /// The value of a data file as texts see it; what an item of a list lacks is absent.
  func templateValue(_ tree: NameTree) -> TemplateValue {
    switch self {
    case .text(let text): return .text(text)
    case .flag(let flag): return .flag(flag)
    case .list(let items):
      guard let element = tree.element.first else { return .absent }
      return .list(DataList(elements: items.map { $0.templateValue(element) }))
    case .map(let entries):
      let values = Dictionary(entries.map { ($0.key.text, $0.value) }) { first, _ in first }
      return .record(tree.record { field in values[field.name]?.templateValue(field) ?? .absent })
    }
  }
}

private final class DataList: TemplateList {
  let elements: [TemplateValue]
  init(elements: [TemplateValue]) { self.elements = elements }
  var count: Int { elements.count }
  func element(at index: Int) -> TemplateValue { elements[index] }
}

extension Playbook {
  /// The data files as texts see them.
  func dataValue(_ names: NameTree) -> TemplateValue {
    guard let group = names["data"] else { return .absent }
    let files = Dictionary(data.map { ($0.key.text, $0.value) }) { first, _ in first }
    return .record(group.record { field in files[field.name]?.templateValue(field) })
  }
}
