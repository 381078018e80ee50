extension Source {
  /// The largest file that is read; a page has a few kilobytes.
  static let largestFile = 16 << 20

  /// Reads a file of the folder, whatever is wrong with it.
  init(reading entry: SeedDirectory.Entry) {
    do throws(ReadingError) {
      let bytes = try fileContent(entry.path, limit: Source.largestFile)
      self.init(file: SeedFile(name: entry.name, bytes: bytes), stamp: entry.stamp)
    } catch {
      self.init(file: SeedFile(name: entry.name, bytes: []), stamp: entry.stamp, digest: nil, outcome: .failure(error))
    }
  }

  /// Reads the page in a file.
  init(file: SeedFile, stamp: SeedFile.Stamp? = nil) {
    let outcome: Result<Page, ReadingError>
    do throws(ReadingError) { outcome = .success(try Page.read(file)) } catch { outcome = .failure(error) }
    self.init(file: file, stamp: stamp, digest: SHA256.digest(of: file.bytes), outcome: outcome)
  }
}
