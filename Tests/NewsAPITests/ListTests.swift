import HTTP
import Testing

@Test func `five seeds hold five articles and fifty teasers`() throws {
  let api = try SeedAPI()
  #expect(
    try api.text("/articles?limit=0")
      == "{\"items\":[],\"total\":5,\"limit\":0,\"offset\":0,\"links\":{\"self\":\"/articles?limit=0\",\"first\":\"/articles?limit=0\",\"prev\":null,\"next\":null,\"last\":\"/articles?limit=0\"}}\n"
  )
  #expect(try api.ask("/teasers").status == .ok)
}
