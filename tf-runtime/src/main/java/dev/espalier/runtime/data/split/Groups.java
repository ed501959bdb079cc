package dev.espalier.runtime.data.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Groups of rows that stay together, and how often each value of a label comes in them. */
final class Groups {
  private final Map<String, Map<String, Integer>> groups = new TreeMap<>();
  private final Map<String, Integer> totals = new TreeMap<>();

  void add(String group, String stratum) {
    groups.computeIfAbsent(group, key -> new TreeMap<>()).merge(stratum, 1, Integer::sum);
    totals.merge(stratum, 1, Integer::sum);
  }

  /**
   * The part of each group. Large groups are given away first, because small ones even out what
   * they leave; among those of about one size chance decides. Each goes to the part that has least
   * of what the group holds, relative to its share.
   */
  Map<String, Integer> divide(Shares shares, long seed) {
    List<String> order = new ArrayList<>(groups.keySet());
    Collections.shuffle(order, new Random(seed));
    order.sort(Comparator.comparingInt(group -> -sizeClass(groups.get(group))));
    List<Map<String, Integer>> filled = new ArrayList<>();
    for (int p = 0; p < shares.count(); p++) {
      filled.add(new HashMap<>());
    }
    Map<String, Integer> parts = new HashMap<>();
    for (String group : order) {
      Map<String, Integer> held = groups.get(group);
      int part = emptiest(held, filled, shares);
      held.forEach((stratum, count) -> filled.get(part).merge(stratum, count, Integer::sum));
      parts.put(group, part);
    }
    return parts;
  }

  /** Groups are of about one size that differ by less than a factor of two. */
  private static int sizeClass(Map<String, Integer> held) {
    return Integer.SIZE
        - Integer.numberOfLeadingZeros(held.values().stream().mapToInt(each -> each).sum());
  }

  private int emptiest(
      Map<String, Integer> held, List<Map<String, Integer>> filled, Shares shares) {
    int emptiest = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < shares.count(); p++) {
      double share = shares.of()[p];
      if (share > 0) {
        double room = 0;
        for (Map.Entry<String, Integer> each : held.entrySet()) {
          double full = filled.get(p).getOrDefault(each.getKey(), 0);
          room += each.getValue() * (1 - full / (share * totals.get(each.getKey())));
        }
        // Of equally empty parts the largest, which is the least in the way of a large group.
        if (room > most || room == most && share > shares.of()[emptiest]) {
          most = room;
          emptiest = p;
        }
      }
    }
    return emptiest;
  }
}
