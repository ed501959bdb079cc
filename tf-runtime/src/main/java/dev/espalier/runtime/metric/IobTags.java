package dev.espalier.runtime.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Classes that are tags of entities: {@code O} is outside of any; {@code B-PER} begins one and
 * {@code I-PER} goes on, also written {@code B_PER}, {@code I_PER}.
 *
 * @param types by class the entity's type, -1 outside
 * @param begins by class whether it begins an entity in any case
 */
record IobTags(int[] types, boolean[] begins) {
  static final int OUTSIDE = -1;

  /** The tags that classes are, if all of them are. */
  static Optional<IobTags> of(List<String> classes) {
    List<String> names = new ArrayList<>();
    int[] types = new int[classes.size()];
    boolean[] begins = new boolean[classes.size()];
    for (int i = 0; i < types.length; i++) {
      String name = classes.get(i);
      if (name.equals("O")) {
        types[i] = OUTSIDE;
      } else if (name.matches("[BI][-_].+")) {
        String type = name.substring(2);
        if (!names.contains(type)) {
          names.add(type);
        }
        types[i] = names.indexOf(type);
        begins[i] = name.charAt(0) == 'B';
      } else {
        return Optional.empty();
      }
    }
    boolean both = classes.contains("O") && !names.isEmpty();
    return both ? Optional.of(new IobTags(types, begins)) : Optional.empty();
  }

  /** The type of a class, outside for what is none. */
  int type(int tag) {
    return tag >= 0 && tag < types.length ? types[tag] : OUTSIDE;
  }

  /** Whether an entity of a type that is open goes on with a class. */
  boolean goesOn(int open, int tag) {
    return open != OUTSIDE && type(tag) == open && !begins[tag];
  }
}
