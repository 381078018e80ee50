import NewsArchive

// iCalendar, RFC 5545: whole-day events; DTSTAMP is the event's own day, for the pages know no other instant. Their
// address is the API's own path, and no URL property: that would have to name a server.
extension Feed {
  var calendarHead: [UInt8] {
    calendarLines([
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Newsdesk//Newsdesk//DE", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:" + title.calendarText, "X-NEWSDESK-UNDATED:\(undated)",
    ])
  }

  var calendarTail: [UInt8] { calendarLines(["END:VCALENDAR"]) }
}

extension Entry {
  var calendarEvent: [UInt8] {
    guard let days = date?.ownDays else { return [] }
    let first = days.lowerBound.digits
    // The day behind the last: left out for one day, which is what a missing end means.
    let end = CalendarDate(dayNumber: days.upperBound.dayNumber + 1).digits
    return calendarLines(
      ["BEGIN:VEVENT", "UID:\(id)@newsdesk", "DTSTAMP:\(first)T000000Z", "DTSTART;VALUE=DATE:\(first)"]
        + (days.lowerBound < days.upperBound ? ["DTEND;VALUE=DATE:\(end)"] : []) + [
          "SUMMARY:" + title.calendarText, "DESCRIPTION:" + text.calendarText, "X-NEWSDESK-URL:" + url,
          "CATEGORIES:" + tags.map(\.calendarText).joined(separator: ","), "TRANSP:TRANSPARENT", "END:VEVENT",
        ])
  }
}

/// Content lines, ended by CR LF and folded before their 76th byte, never inside a character (RFC 5545 §3.1).
private func calendarLines(_ lines: [String]) -> [UInt8] {
  var bytes: [UInt8] = []
  for line in lines {
    var width = 0
    for scalar in line.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if width + encoded.count > 75 {
        bytes += Array("\r\n ".utf8)
        width = 1
      }
      bytes += encoded
      width += encoded.count
    }
    bytes += Array("\r\n".utf8)
  }
  return bytes
}

extension CalendarDate {
  fileprivate var digits: String { description.replacing("-", with: "") }
}

extension String {
  /// The text as a TEXT value (RFC 5545 §3.3.11), which holds no control characters: those are spaces.
  fileprivate var calendarText: String {
    escaped { scalar in
      switch scalar {
      case "\\", ";", ",": "\\" + String(scalar)
      case "\n": "\\n"
      case "\t": nil
      case "\0"..<" ", "\u{7F}": " "
      default: nil
      }
    }
  }
}
