package dev.espalier.runtime.data.table;

import dev.espalier.runtime.data.table.JsonTape.Tag;
import java.nio.file.Path;

/**
 * The cells of one object after the other. A value is of the type that its component takes, or is
 * refused: a number in quotes is a text.
 */
final class JsonCells extends Cells {
  private final Path folder;
  private final JsonLines lines;
  private final JsonTape tape;

  JsonCells(Path folder, BoundColumns columns, JsonLines lines) {
    super(columns);
    this.folder = folder;
    this.lines = lines;
    this.tape = lines.tape();
  }

  /** Whether nothing stands at a place: no key, null, NaN, a text of nothing. */
  private boolean isNothing(int at) {
    return at < 0
        || tape.tag(at) == Tag.NULL
        || tape.tag(at) == Tag.TEXT && tape.text(at).isEmpty()
        || tape.tag(at) == Tag.REAL && Double.isNaN(tape.real(at));
  }

  @Override
  double decimalOrNaN(int component) {
    int at = lines.place(component);
    return isNothing(at) ? Double.NaN : decimal(component, at);
  }

  private double decimal(int component, int at) {
    double value =
        switch (tape.tag(at)) {
          case WHOLE -> tape.whole(at);
          case HUGE -> Double.parseDouble(tape.text(at));
          case REAL -> tape.real(at);
          default -> throw refuse(component, tape.shown(at), "a number");
        };
    if (Double.isInfinite(value)) {
      throw refuse(component, tape.shown(at), "a finite number");
    }
    return value;
  }

  @Override
  Long wholeOrNull(int component, long min, long max) {
    int at = lines.place(component);
    return isNothing(at) ? null : (Long) whole(component, at, min, max);
  }

  private long whole(int component, int at, long min, long max) {
    Tag tag = tape.tag(at);
    boolean round =
        tag == Tag.REAL
            && tape.real(at) == Math.rint(tape.real(at))
            && Math.abs(tape.real(at)) <= CellText.EXACT;
    if (tag != Tag.WHOLE && tag != Tag.HUGE && !round) {
      throw refuse(component, tape.shown(at), "a whole number");
    }
    long value = tag == Tag.WHOLE ? tape.whole(at) : round ? (long) tape.real(at) : 0;
    if (tag == Tag.HUGE || value < min || value > max) {
      throw refuse(component, tape.shown(at), "a whole number from " + min + " to " + max);
    }
    return value;
  }

  /** True and false need no text for yes. */
  @Override
  public Boolean flagOrNull(int component, String yes) {
    int at = lines.place(component);
    if (at >= 0 && (tape.tag(at) == Tag.TRUE || tape.tag(at) == Tag.FALSE)) {
      return tape.tag(at) == Tag.TRUE;
    }
    return super.flagOrNull(component, yes);
  }

  @Override
  String cell(int component) {
    int at = lines.place(component);
    return isNothing(at) ? null : text(component, at);
  }

  private String text(int component, int at) {
    return switch (tape.tag(at)) {
      case TEXT, HUGE -> tape.text(at);
      case WHOLE, TRUE, FALSE -> tape.shown(at);
      default -> throw refuse(component, tape.shown(at), "a text");
    };
  }

  @Override
  CellList list(int component) {
    int at = lines.place(component);
    if (isNothing(at)) {
      return null;
    }
    if (tape.tag(at) != Tag.LIST) {
      throw refuse(component, tape.shown(at), "a list");
    }
    return new Elements(component, at + 1, (int) tape.whole(at));
  }

  /** The elements that follow a list on the tape. */
  private final class Elements implements CellList {
    private final int component;
    private final int first;
    private final int size;

    Elements(int component, int first, int size) {
      this.component = component;
      this.first = first;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public boolean isEmpty(int i) {
      return isNothing(first + i);
    }

    @Override
    public float number(int i) {
      float value = (float) decimal(component, first + i);
      if (Float.isInfinite(value)) {
        throw refuse(component, tape.shown(first + i) + " in the list", "a finite number");
      }
      return value;
    }

    @Override
    public long whole(int i, long min, long max) {
      return JsonCells.this.whole(component, first + i, min, max);
    }

    @Override
    public boolean flag(int i) {
      return switch (tape.tag(first + i)) {
        case TRUE -> true;
        case FALSE -> false;
        default -> throw refuse(component, tape.shown(first + i), "true or false");
      };
    }

    @Override
    public String text(int i) {
      return JsonCells.this.text(component, first + i);
    }
  }

  @Override
  String row() {
    return lines.row();
  }

  @Override
  Path folder() {
    return folder;
  }

  @Override
  String nothing() {
    return "nothing";
  }
}
