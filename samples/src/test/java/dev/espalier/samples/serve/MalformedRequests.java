package dev.espalier.samples.serve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Requests that are wrong, each in a way of its own; equal seeds give equal requests. */
final class MalformedRequests {
  private static final List<String> WRONG_NUMBERS =
      List.of(
          "NaN",
          "Infinity",
          "-Infinity",
          "1e999",
          "-1e999",
          "12.5",
          "1e2",
          "99999999999",
          "true",
          "\"12\"",
          "null",
          "[1]",
          "{}",
          "0x10",
          "01",
          "+1",
          ".5",
          "5.",
          "1_000",
          "'1'",
          "9".repeat(200));
  private static final List<String> WRONG_TEXTS = List.of("1", "true", "[\"a\"]", "{}", "NaN", "0");
  private static final List<String> WRONG_LENGTHS =
      List.of("-1", "ten", "1.5", "99999999999999999999");

  private final SplittableRandom random;
  private final Map<String, String> row;
  private final List<Supplier<byte[]>> kinds =
      List.of(
          this::truncated,
          this::nested,
          this::wrongType,
          this::missingField,
          this::unknownField,
          this::invalidUtf8,
          this::tooLongALength,
          this::tooShortALength,
          this::wrongLength,
          this::empty,
          this::noise,
          this::trailing,
          this::twice,
          this::otherRoot,
          this::otherMethod,
          this::otherPath,
          this::otherType,
          this::large);

  /**
   * Requests made of a valid row.
   *
   * @param row fields with their values as JSON
   */
  MalformedRequests(long seed, Map<String, String> row) {
    this.random = new SplittableRandom(seed);
    this.row = row;
  }

  /** The next request, as bytes that are sent. */
  byte[] next() {
    return kinds.get(random.nextInt(kinds.size())).get();
  }

  static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  static byte[] post(byte[] body) {
    return request("POST", "/predict", "application/json", String.valueOf(body.length), body);
  }

  private static byte[] request(
      String method, String path, String type, String length, byte[] body) {
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %s\r\n\r\n"
            .formatted(method, path, type, length);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] valid() {
    return bytes(json(row));
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private byte[] changed(String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>(row);
    fields.put(field, value);
    return post(bytes(json(fields)));
  }

  private byte[] truncated() {
    return post(Arrays.copyOf(valid(), random.nextInt(valid().length)));
  }

  private byte[] nested() {
    int depth = 10 + random.nextInt(100_000);
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    return post(bytes(open.repeat(depth)));
  }

  private byte[] wrongType() {
    List<String> names = List.copyOf(row.keySet());
    String name = any(names);
    return row.get(name).startsWith("\"")
        ? changed(name, any(WRONG_TEXTS))
        : changed(name.equals("age") ? name : "age", any(WRONG_NUMBERS));
  }

  private byte[] missingField() {
    Map<String, String> fields = new LinkedHashMap<>(row);
    for (int i = 0; i <= random.nextInt(row.size()); i++) {
      fields.remove(any(List.copyOf(row.keySet())));
    }
    return post(bytes("[" + json(row) + "," + json(fields) + "]"));
  }

  private byte[] unknownField() {
    return changed("age" + random.nextInt(), any(WRONG_NUMBERS));
  }

  private byte[] invalidUtf8() {
    byte[] body = valid();
    int at = new String(body, StandardCharsets.UTF_8).indexOf("Private");
    body[at + random.nextInt(7)] = (byte) (0xF8 + random.nextInt(8));
    return post(body);
  }

  private byte[] tooLongALength() {
    int more = 1 + random.nextInt(5_000);
    String length = String.valueOf(valid().length + more);
    return request("POST", "/predict", "application/json", length, valid());
  }

  private byte[] tooShortALength() {
    String length = String.valueOf(random.nextInt(valid().length));
    return request("POST", "/predict", "application/json", length, valid());
  }

  private byte[] wrongLength() {
    return request("POST", "/predict", "application/json", any(WRONG_LENGTHS), valid());
  }

  private byte[] empty() {
    return post(
        bytes(any(List.of("", " ", "\n\t ", "[]", "{}", "\"\"", "null", "[null]", "[[]]"))));
  }

  private byte[] noise() {
    byte[] body = new byte[1 + random.nextInt(300)];
    random.nextBytes(body);
    body[0] = (byte) 0xFE; // Begins no text and no JSON.
    return post(body);
  }

  private byte[] trailing() {
    return post(bytes(json(row) + any(List.of("}", "]", "x", json(row), ",", "\0"))));
  }

  private byte[] twice() {
    String valid = json(row);
    return post(bytes("{\"age\":1," + valid.substring(1)));
  }

  private byte[] otherRoot() {
    return post(bytes(any(List.of("1", "\"age\"", "true", "NaN", "[1,2]", "[\"a\"]", "-", "nul"))));
  }

  private byte[] otherMethod() {
    String method = any(List.of("GET", "PUT", "DELETE", "PATCH", "BREW"));
    return request(method, "/predict", "application/json", "0", new byte[0]);
  }

  private byte[] otherPath() {
    String path = any(List.of("/", "/predict/", "/predicts", "/../etc/passwd", "/predict/a?b=%00"));
    return request("POST", path, "application/json", String.valueOf(valid().length), valid());
  }

  private byte[] otherType() {
    String type = any(List.of("text/xml", "multipart/form-data", "image/png", "x"));
    return request("POST", "/predict", type, String.valueOf(valid().length), valid());
  }

  private byte[] large() {
    byte[] body = new byte[PredictionServer.LARGEST_BODY + 1 + random.nextInt(1 << 21)];
    Arrays.fill(body, (byte) (random.nextBoolean() ? ' ' : '['));
    return post(body);
  }
}
