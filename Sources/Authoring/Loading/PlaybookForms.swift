import Diagnostics
import Rules

// The forms of what stands in playbook.yaml, in the order of its keys.

/// The keys of playbook.yaml.
struct PlaybookHeader {
  var id: Slug
  var title: PlainText
  var version: Version
  var summary: PlainText?
  var subject: PlainText
  var options: [Option]
  var verdicts: [Verdict]
  var enough: Double
  var answersValidDays: Int?
  var themes: [Theme]
  var facts: [Fact]
  var phases: [Phase]
  var candidates: CandidateRanking?
  var moments: [Name]
  var measures: [Measure]
  var migrations: [Playbook.Migration]
  var allowsHTML: Bool
  /// The kinds of names of which some could not be read.
  var unread: Set<NameKind>
}

extension Form where Value == PlaybookHeader {
  static var playbookHeader: Self {
    .fields(of: "playbook") { fields in
      let id = fields.required("id", .slug)
      let title = fields.required("title", .plainText)
      let version = fields.required("version", .version)
      let summary = fields.optional("summary", .plainText)
      let subject = fields.optional("subject", .plainText)
      let options = fields.required("options", .list(of: .option))
      let verdicts = fields.required("verdicts", .list(of: .verdict))
      let enough = fields.optional("enough", .share)
      let answersValid = fields.optional("answers_valid", .integer(in: 1...36_500))
      let themes = fields.optional("themes", .list(of: .theme))
      let facts = fields.nullable("facts", .pairs(of: .name, .rule))
      let phases = fields.optional("phases", .list(of: .phase))
      let candidates = fields.optional("candidates", .candidates)
      let moments = fields.optional("moments", .list(of: Form<Name>.name.located()))
      let measures = fields.optional("measures", .list(of: .measure))
      let migrations = fields.optional("migrations", .list(of: .migration))
      let allowsHTML = fields.optional("html", .flag)
      for key in ["options", "verdicts"] where fields.isEmptyList(key) {
        fields.report(.emptyList(key, at: fields.location(of: key)))
      }
      if let key = fields.keyLocation("measures"), (moments ?? []).count < 2,
        fields.isWhole("moments", count: moments?.count)
      {
        fields.report(.tooFewMoments(at: key))
      }
      let areMomentsTwice = fields.reportDuplicates(moments ?? [], noun: "moment")
      let names: [(kind: NameKind, areRead: Bool)] = [
        (.option, fields.isWhole("options", count: options?.count)),
        (.verdict, fields.isWhole("verdicts", count: verdicts?.count)),
        (.theme, fields.isWhole("themes", count: themes?.count)),
        (.fact, fields.isWhole("facts", count: facts?.count)),
        (.phase, fields.isWhole("phases", count: phases?.count)),
        (.moment, fields.isWhole("moments", count: moments?.count) && !areMomentsTwice),
        (.measure, fields.isWhole("measures", count: measures?.count)),
      ]
      return PlaybookHeader(
        id: id ?? .standIn, title: title ?? "", version: version ?? .standIn, summary: summary,
        subject: subject ?? "subject", options: options ?? [], verdicts: verdicts ?? [],
        enough: enough ?? 0.6, answersValidDays: answersValid,
        themes: themes ?? [],
        facts: (facts ?? []).map { Fact(id: $0.key.value, rule: $0.value, location: $0.key.location) },
        phases: phases ?? [], candidates: candidates, moments: (moments ?? []).map(\.value),
        measures: measures ?? [],
        migrations: (migrations ?? []).sorted { $0.version.value < $1.version.value },
        allowsHTML: allowsHTML ?? false,
        unread: Set(names.filter { !$0.areRead }.map(\.kind)))
    }
  }
}

extension Form where Value == Option {
  static var option: Self {
    .fields(of: "option") { fields in
      let id = fields.required("id", .name)
      let title = fields.required("title", .plainText)
      guard let id else { return nil }
      return Option(id: id, title: title ?? id.text, location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Verdict {
  static var verdict: Self {
    .fields(of: "verdict") { fields in
      let id = fields.required("id", .name)
      let title = fields.required("title", .plainText)
      let when = fields.optional("when", .condition)
      guard let id else { return nil }
      return Verdict(id: id, title: title ?? id.text, when: when, location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Theme {
  static var theme: Self {
    .fields(of: "theme") { fields in
      let id = fields.required("id", .name)
      let title = fields.required("title", .plainText)
      let atMost = fields.optional("at_most", .number(in: 0...1000))
      guard let id else { return nil }
      return Theme(id: id, title: title ?? id.text, atMost: atMost, location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Phase {
  static var phase: Self {
    .fields(of: "phase") { fields in
      let id = fields.required("id", .slug)
      let title = fields.required("title", .plainText)
      let when = fields.optional("when", .condition)
      guard let id else { return nil }
      return Phase(id: id, title: title ?? id.text, when: when, location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == CandidateRanking {
  static var candidates: Self {
    .fields(of: "ranking of candidates") { fields in
      let eligible = fields.optional("eligible", .condition)
      let parts = fields.required("ranking", .list(of: .rankingPart))
      if fields.isEmptyList("ranking") {
        fields.report(.emptyList("ranking", at: fields.location(of: "ranking")))
      }
      return CandidateRanking(eligible: eligible, parts: parts ?? [])
    }
  }
}

extension Form where Value == CandidateRanking.Part {
  static var rankingPart: Self {
    .fields(of: "part of the ranking") { fields in
      let id = fields.required("id", .slug)
      let title = fields.required("title", .plainText)
      let weight = fields.required("weight", .number(in: 0...100))
      let question = fields.required("question", Form<Name>.name.located())
      let from = fields.optional("from", .number())
      let to = fields.optional("to", .number())
      let values = fields.optional("values", .pairs(of: .name, .number(in: 0...1)))
      let scale: CandidateRanking.Scale
      switch (from, to, values) {
      case (let from?, let to?, nil) where from != to: scale = .linear(from: from, to: to)
      case (nil, nil, let values?):
        scale = .choices(
          Dictionary(values.map { ($0.key.value, Located($0.value, at: $0.key.location)) }) { first, _ in
            first
          })
      default:
        let keys = [("from", from.map { _ in 1 }), ("to", to.map { _ in 1 }), ("values", values?.count)]
        if keys.allSatisfy({ fields.isWhole($0, count: $1) }) {
          fields.report(.scaleOfRanking(at: fields.node.firstLineLocation))
        }
        return nil
      }
      guard let id, let weight, let question, fields.isWhole("values", count: values?.count) else {
        return nil
      }
      return CandidateRanking.Part(
        id: id, title: title ?? id.text, weight: weight, question: question, scale: scale)
    }
  }
}

extension Form where Value == Measure {
  static var measure: Self {
    .fields(of: "measure") { fields in
      let id = fields.required("id", .name)
      let title = fields.required("title", .plainText)
      let kind = fields.required("kind", .word() as Form<Measure.Kind>)
      let better = fields.required("better", .word() as Form<Measure.Direction>)
      let why = fields.optional("why", .plainText)
      let collect = fields.optional("collect", .plainText)
      let unit = fields.optional("unit", .plainText)
      guard let id else { return nil }
      return Measure(
        id: id, title: title ?? id.text, kind: kind ?? .number, better: better ?? .lower, why: why,
        collect: collect, unit: unit, location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Playbook.Migration {
  static var migration: Self {
    .fields(of: "migration") { fields in
      let version = fields.required("in", Form<Version>.version.located())
      let renames = fields.optional("rename", .renames)
      let choices = fields.optional("rename_choices", .pairs(of: .name, .renames))
      guard let version else { return nil }
      return Playbook.Migration(
        version: version, renames: renames ?? [:],
        choiceRenames: (choices ?? []).map { .init(question: $0.key, renames: $0.value) })
    }
  }
}

extension Form where Value == [Name: Located<Name>] {
  /// Old names and new ones.
  static var renames: Self {
    Form<[(key: Located<Name>, value: Located<Name>)]>.pairs(of: .name, Form<Name>.name.located()).map {
      pairs, _, _ in
      Dictionary(pairs.map { ($0.key.value, $0.value) }) { first, _ in first }
    }
  }
}
