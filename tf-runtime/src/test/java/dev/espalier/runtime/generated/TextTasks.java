package dev.espalier.runtime.generated;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Tokenizer;
import dev.espalier.dsl.Tokens;
import dev.espalier.dsl.Unknown;
import java.util.ArrayList;
import java.util.List;

/** Texts that are split in every way, tokens that are numbers, and values that must be known. */
@SharedTrunk(network = TextTasks.Trunk.class)
record TextTasks(
    @Tokens(length = 6, dimension = 2, buckets = 50) String spaced,
    @Tokens(length = 8, dimension = 2, tokenizer = Tokenizer.WORDS) String worded,
    @Tokens(length = 10, dimension = 2, tokenizer = Tokenizer.CHARACTERS) String lettered,
    @Tokens(length = 3, dimension = 2, size = 9) int[] ids,
    @Tokens(length = 3, dimension = 2, vocabulary = 4) long[] learnt,
    @Tokens(length = 3, dimension = 2, buckets = 11) long[] hashed,
    @Categorical(dimension = 2, unknown = Unknown.REFUSED) String strict,
    @Categorical(dimension = 2) String empty,
    @Numeric float age,
    @TaskHead boolean first,
    @TaskHead(tower = Alone.class) float second) {

  interface Trunk {
    @GlobalAveragePool
    Tensor one(Tensor spaced);

    @GlobalAveragePool
    Tensor two(Tensor worded);

    @GlobalAveragePool
    Tensor three(Tensor lettered);

    @GlobalAveragePool
    Tensor four(Tensor ids);

    @GlobalAveragePool
    Tensor five(Tensor learnt);

    @GlobalAveragePool
    Tensor six(Tensor hashed);

    @Concat
    Tensor out(
        Tensor one,
        Tensor two,
        Tensor three,
        Tensor four,
        Tensor five,
        Tensor six,
        Tensor strict,
        Tensor empty,
        Tensor age);
  }

  interface Alone {
    @Dense(3)
    @Tanh
    Tensor out(Tensor in);
  }

  /** Spaces, cases and letters of many scripts. */
  static final List<String> TEXTS =
      List.of(
          "The quick  brown\tfox",
          "l\u2019\u00c9t\u00e9 don't re-enter e-mail's",
          "",
          " \u00a0\u3000leading and\u2003trailing\u2028 ",
          "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!",
          "\u4f60\u597d\uff0c\u4e16\u754c 42 \ud83d\ude00\ud83d\ude00",
          "\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3 na\u00efve cafe\u0301 -- 'quoted'",
          "a_b\u001fc 3.14 x\u0085y");

  static List<TextTasks> rows() {
    List<TextTasks> rows = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      rows.add(
          new TextTasks(
              TEXTS.get(i),
              TEXTS.get((i + 1) % TEXTS.size()),
              TEXTS.get((i + 2) % TEXTS.size()),
              i % 4 == 0 ? new int[0] : new int[] {i, 8 - i, 3, 4},
              new long[] {-1, 7L << 40, i},
              new long[] {-1 - i, Long.MAX_VALUE - i},
              i % 3 == 0 ? null : "known" + i % 3,
              i % 2 == 0 ? "" : i % 3 == 0 ? null : "full",
              i,
              i % 2 == 0,
              i));
    }
    return rows;
  }
}
