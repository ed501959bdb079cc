package dev.espalier.runtime.generated;

import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Tokens;
import java.nio.file.Path;

/** What a CSV file may list: pictures by their files, sentences and the classes of their words. */
@SharedTrunk(network = ListedTasks.Trunk.class)
record ListedTasks(
    @Image(height = 4, width = 6) Path file,
    @Tokens(length = 3, vocabulary = 10, dimension = 2) String[] words,
    @TaskHead boolean dark,
    @TaskHead(tower = ListedTasks.Words.class, along = "words") Tag[] tags) {

  enum Tag {
    NOUN,
    VERB
  }

  interface Trunk {
    @GlobalAveragePool
    Tensor picture(Tensor file);

    @GlobalAveragePool
    Tensor sentence(Tensor words);

    @Concat
    Tensor out(Tensor picture, Tensor sentence);
  }

  interface Words {
    @Dense(2)
    Tensor out(Tensor words);
  }
}
