import NewsArchive

// TimelineJS 3, https://timeline.knightlab.com/docs/json-format.html: `display_date` keeps the honest words where the
// format knows only points and spans.
extension JSONWriter {
  mutating func timelineJS(_ entries: [Entry]) {
    member("events", entries.filter { $0.date?.earliest != nil || $0.date?.latest != nil }) { entry, writer in
      writer.member("unique_id", entry.id)
      writer.timelineDate("start_date", entry.date?.earliest ?? entry.date?.latest, entry.date?.precision)
      if let latest = entry.date?.latest, let earliest = entry.date?.earliest, latest != earliest {
        writer.timelineDate("end_date", latest, entry.date?.precision)
      }
      writer.member("display_date", entry.date?.edtf)
      writer.member("text") {
        $0.member("headline", entry.title.htmlText)
        $0.member("text", entry.text.htmlText)
      }
      writer.member("group", entry.tags.first)
    }
  }

  private mutating func timelineDate(_ name: String, _ day: CalendarDate?, _ precision: UncertainDate.Precision?) {
    guard let parts = day?.components else { return }
    member(name) {
      $0.member("year", parts.year)
      if precision == .year { return }
      $0.member("month", parts.month)
      if precision == .month { return }
      $0.member("day", parts.day)
    }
  }
}

extension String {
  /// The text where HTML is expected.
  fileprivate var htmlText: String {
    escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: nil
      }
    }
  }
}
