import HTTP
import Testing

@Test func `a moment is written as IMF-fixdate and as a timestamp`() {
  let cases: [(seconds: Int64, fixdate: String, timestamp: String)] = [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"),
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT", "2000-02-29T00:00:00Z"),
    (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT", "2000-02-29T23:59:59Z"),
    (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z"),
    (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT", "2024-12-31T23:59:59Z"),
    (1_735_689_600, "Wed, 01 Jan 2025 00:00:00 GMT", "2025-01-01T00:00:00Z"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT", "2100-03-01T00:00:00Z"),
    (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z"),
    (.max, "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z"),
    (.min, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"),
  ]
  for (seconds, fixdate, timestamp) in cases {
    let date = HTTPDate(unixSeconds: seconds)
    #expect(String(decoding: date.fixdate, as: UTF8.self) == fixdate)
    #expect(String(decoding: date.timestamp, as: UTF8.self) == timestamp)
  }
}
