package dev.espalier.samples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final byte[] ARCHIVE =
      Archives.zip(
          Map.of(
              "words-main/list/a.txt", Archives.text("alpha"),
              "words-main/list/b.txt", Archives.text("beta"),
              "words-main/build.sh", Archives.text("true")));

  @TempDir private Path folder;

  private final LocalServer server = new LocalServer();
  private final StringWriter out = new StringWriter();

  /** Two texts. */
  private record Words(URI address) implements DataSet {
    @Override
    public String file() {
      return "words.zip";
    }

    @Override
    public Source source() {
      return new Source("Words", address, 3, "CC0", "Nobody, Words", "It is two words.");
    }

    @Override
    public void repack(Path archive, OutputStream file) throws IOException {
      new ZipRepack(Pattern.compile("[^/]+/(list/[^/]+)"), new TreeMap<>(Map.of("list/", 2)))
          .write(archive, file);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsExpectedIsTakenAndNothingElseIsLeft() throws IOException {
    URI address = server.serve(ARCHIVE);
    Path file = download(address);
    assertThat(file).isEqualTo(folder.resolve("words.zip"));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactlyInAnyOrder("list/a.txt", "list/b.txt");
      assertThat(zip.getInputStream(zip.getEntry("list/b.txt"))).hasContent("beta");
    }
    assertThat(names()).containsExactly("words.zip");
  }

  @Test
  void itIsToldWhatIsDownloadedAndHowFarItIs() {
    URI address = server.serve(ARCHIVE);
    download(address);
    assertThat(out.toString())
        .containsSubsequence(
            "Downloading Words, about 3 MB",
            address.toString(),
            folder.resolve("words.zip").toString(),
            "CC0",
            "Nobody, Words",
            "0.0 of about 0.0 MB",
            "complete");
  }

  @Test
  void equalArchivesGiveEqualFiles() throws IOException {
    URI address = server.serve(ARCHIVE);
    byte[] first = Files.readAllBytes(download(address));
    Files.delete(folder.resolve("words.zip"));
    assertThat(download(address)).hasBinaryContent(first);
  }

  @Test
  void foldersAreMade() {
    URI address = server.serve(ARCHIVE);
    Path deep = folder.resolve("shared").resolve("data");
    assertThat(new Download(new PrintWriter(out)).into(deep, new Words(address))).exists();
  }

  @Test
  void redirectsAreFollowed() {
    URI address = server.serve(ARCHIVE);
    URI old =
        server.answer(
            "/old",
            exchange -> {
              exchange.getResponseHeaders().set("Location", address.toString());
              exchange.sendResponseHeaders(302, -1);
            });
    assertThat(download(old)).exists();
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void aLengthNeedNotBeTold() {
    URI address =
        server.answer(
            "/chunks",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(ARCHIVE);
            });
    assertThat(download(address)).exists();
  }

  @Test
  void aSecondCallDownloadsNothing() {
    URI address = server.serve(ARCHIVE);
    download(address);
    download(address);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void whatIsThereIsLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("words.zip"), "mine");
    assertThat(download(server.serve(ARCHIVE))).hasContent("mine");
    assertThat(server.requests()).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatAppearsMeanwhileIsLeftAsItIs() throws IOException {
    URI address =
        server.answer(
            "/slow",
            exchange -> {
              Files.writeString(folder.resolve("words.zip"), "of another");
              LocalServer.send(exchange, ARCHIVE);
            });
    assertThat(download(address)).hasContent("of another");
    assertThat(names()).containsExactly("words.zip");
  }

  @Test
  void twoAtOnceDontDisturbEachOther() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    URI address =
        server.answer(
            "/both",
            exchange -> {
              await(both);
              LocalServer.send(exchange, ARCHIVE);
            });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Callable<Path> one = () -> download(address);
    for (Future<Path> done : threads.invokeAll(List.of(one, one), 60, TimeUnit.SECONDS)) {
      try (ZipFile zip = new ZipFile(done.get().toFile())) {
        assertThat(zip.size()).isEqualTo(2);
      }
    }
    threads.shutdown();
    assertThat(names()).containsExactly("words.zip");
  }

  @Test
  void aStatusOtherThan200IsNamed() {
    URI address = server.answer("/gone", exchange -> exchange.sendResponseHeaders(404, -1));
    refused(address, "found status 404 at " + address + ", expected 200");
  }

  @Test
  void aConnectionThatIsCutLeavesNothing() {
    URI address =
        server.answer(
            "/cut",
            exchange -> {
              exchange.sendResponseHeaders(200, ARCHIVE.length);
              exchange.getResponseBody().write(ARCHIVE, 0, ARCHIVE.length / 2);
            });
    refused(address, "IOException");
  }

  @Test
  void aPageInPlaceOfAnArchiveIsRecognised() {
    URI address = server.serve(Archives.text("<html>Please log in</html>"));
    refused(address, "found no archive that can be read", "`<html>Please log in</html>`");
  }

  @Test
  void anArchiveThatIsBrokenIsRecognised() {
    byte[] broken = Archives.zip(Map.of("words-main/list/a.txt", new byte[100]));
    // Within the compressed zeros, behind the header and the name.
    broken[30 + "words-main/list/a.txt".length() + 2] ^= 0x10;
    refused(server.serve(broken), "found no archive that can be read");
  }

  @Test
  void whatIsMissingIsNamed() {
    URI address = server.serve(Archives.zip(Map.of("words-main/list/a.txt", new byte[1])));
    refused(address, "found 1 of the files `list/*` in the archive, expected 2");
  }

  @Test
  void whereNobodyAnswersItIsSaid() {
    URI address = server.serve(ARCHIVE);
    server.close();
    refused(address, "there is no connection");
  }

  @Test
  void aFolderThatCantBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Words words = new Words(server.serve(ARCHIVE));
    assertThatThrownBy(() -> new Download(new PrintWriter(out)).into(file, words))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("Can't write to the folder " + file, "words.zip", "--data");
    assertThat(server.requests()).isZero();
  }

  /** Tells address, reason and what to do, and leaves no part of a file. */
  private void refused(URI address, String... reasons) {
    assertThatThrownBy(() -> download(address))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Can't get words.zip from " + address + ": ")
        .hasMessageContainingAll(reasons)
        .hasMessageEndingWith(
            ". It is two words. Its place is %s; another folder is named by --data or ESPALIER_DATA.",
            folder.resolve("words.zip"));
    assertThat(names()).isEmpty();
  }

  private Path download(URI address) {
    return new Download(new PrintWriter(out)).into(folder, new Words(address));
  }

  private String[] names() {
    return Arrays.stream(folder.toFile().list()).sorted().toArray(String[]::new);
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
