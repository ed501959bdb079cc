package dev.espalier.samples.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of a request's body: one JSON object, or an array of them. */
final class JsonBody {
  private static final int DEEPEST = 8;
  private static final int MOST_ROWS = 1024;
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(64).build())
          .build();

  private JsonBody() {}

  /** Whether a body asks for several rows, and so for an array of answers. */
  record Parsed(boolean several, List<Fields> rows) {}

  /** Reads a body in UTF-8. */
  static Parsed parse(byte[] body) throws Refusal {
    Object value = value(text(body));
    if (!(value instanceof List<?> list)) {
      return new Parsed(false, List.of(row(value, "The body")));
    }
    if (list.isEmpty() || list.size() > MOST_ROWS) {
      throw Refusal.wrong(
          "The body has %d rows, expected from 1 to %d.".formatted(list.size(), MOST_ROWS));
    }
    List<Fields> rows = new ArrayList<>();
    for (Object each : list) {
      rows.add(row(each, "Row " + rows.size()));
    }
    return new Parsed(true, rows);
  }

  private static Fields row(Object value, String what) throws Refusal {
    if (value instanceof Map<?, ?> object) {
      return new Fields(what, object);
    }
    throw Refusal.wrong(what + " is no JSON object; expected one with a field for each feature.");
  }

  private static String text(byte[] body) throws Refusal {
    if (body.length == 0) {
      throw Refusal.wrong("The body is empty, expected JSON.");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.wrong("The body is no text in UTF-8.");
    }
  }

  private static Object value(String text) throws Refusal {
    try (JsonParser parser = STRICT.createParser(text)) {
      if (parser.nextToken() == null) {
        throw Refusal.wrong("The body is empty, expected JSON.");
      }
      Object value = JSON.std.anyFrom(parser);
      if (parser.nextToken() != null) {
        throw Refusal.wrong("The body goes on after its JSON value.");
      }
      return value;
    } catch (IOException e) {
      throw Refusal.wrong("The body is no JSON: " + firstLine(e.getMessage()));
    }
  }

  private static String firstLine(String message) {
    return message == null ? "it can't be read" : message.lines().findFirst().orElse("");
  }
}
