package dev.espalier.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compilations that find networks and models in class files of compilations before. */
class IncrementalTest {
  private static final Map<String, String> NETWORKS =
      Map.of(
          "net/Networks.java",
          """
          package net;

          import dev.espalier.dsl.*;

          public final class Networks {
            public interface Trunk extends Base {
              @Dense(4) @Tanh Tensor out(Tensor first, Tensor age);
            }

            public interface Base {
              @Dense(4) @Relu Tensor first(Tensor in);
            }
          }
          """);

  private static final Map<String, String> MODEL =
      Map.of(
          "shop/Shop.java",
          """
          package shop;

          import dev.espalier.dsl.*;

          @SharedTrunk(network = net.Networks.Trunk.class)
          public record Shop(@Numeric float age, @Numeric float price, @TaskHead boolean sold) {}
          """);

  private static final Map<String, String> VARIANT =
      Map.of(
          "variants/Apart.java",
          """
          package variants;

          import dev.espalier.dsl.*;

          @ModelOf(shop.Shop.class)
          @IndependentTrunks
          public interface Apart {}
          """);

  @TempDir Path folder;

  private enum By {
    JAVAC {
      @Override
      Build build(Path folder) {
        return Build.javac(folder);
      }
    },
    ECLIPSE {
      @Override
      Build build(Path folder) {
        return Build.eclipse(folder);
      }
    };

    abstract Build build(Path folder);
  }

  private String graphOfOneCompilation;

  @BeforeEach
  void compileAtOnce() {
    Map<String, String> all =
        Map.of(
            "net/Networks.java", NETWORKS.get("net/Networks.java"),
            "shop/Shop.java", MODEL.get("shop/Shop.java"));
    Build.Result result = Build.javac(folder.resolve("once")).run(all);
    assertThat(result.errors()).isEmpty();
    graphOfOneCompilation = result.generated().get("shop/ShopGraph.java");
    assertThat(graphOfOneCompilation).contains("concat(g, first, age)");
  }

  /** Class files of the networks, with what is generated for them. */
  private Path networks(By by, String... options) {
    Path compiled = folder.resolve("networks");
    Build build = by.build(compiled);
    for (String option : options) {
      build.option(option);
    }
    build.classes(NETWORKS);
    return compiled.resolve("classes");
  }

  private Path wires(By by) {
    Build.Result result = by.build(folder.resolve("wires")).run(NETWORKS);
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated()).containsOnlyKeys("net/NetworksWires.java");
    Path compiled = folder.resolve("compiled wires");
    by.build(compiled).classes(result.generated());
    return compiled.resolve("classes");
  }

  @ParameterizedTest
  @EnumSource
  void networkOfAnEarlierCompilationIsWiredByItsWires(By by) {
    Path networks = networks(by);
    Path wires = wires(by);
    Build.Result result = by.build(folder.resolve("model")).on(networks).on(wires).run(MODEL);
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated().get("shop/ShopGraph.java")).isEqualTo(graphOfOneCompilation);
  }

  @ParameterizedTest
  @EnumSource
  void networkWithoutWiresHasLostItsNames(By by) {
    Build.Result result = by.build(folder.resolve("model")).on(networks(by)).run(MODEL);
    assertThat(result.errors()).singleElement().asString().contains("[NamesLost]");
    assertThat(result.generated()).containsKey("shop/ShopTrainer.java");
  }

  @Test
  void networkCompiledWithParametersKeepsItsNames() {
    Path networks = networks(By.JAVAC, "-parameters");
    Build.Result result = Build.javac(folder.resolve("model")).on(networks).run(MODEL);
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated().get("shop/ShopGraph.java")).isEqualTo(graphOfOneCompilation);
  }

  @ParameterizedTest
  @EnumSource
  void variantOfAModelOfAnEarlierCompilationInAnotherPackage(By by) {
    Path networks = networks(by);
    Path wires = wires(by);
    Path model = folder.resolve("model");
    by.build(model).on(networks).classes(MODEL);
    Build.Result result =
        by.build(folder.resolve("variant"))
            .on(networks)
            .on(wires)
            .on(model.resolve("classes"))
            .run(VARIANT);
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated())
        .containsOnlyKeys("variants/ApartGraph.java", "variants/ApartTrainer.java");
    Build.Result atOnce =
        by.build(folder.resolve("all"))
            .run(
                Map.of(
                    "net/Networks.java", NETWORKS.get("net/Networks.java"),
                    "shop/Shop.java", MODEL.get("shop/Shop.java"),
                    "variants/Apart.java", VARIANT.get("variants/Apart.java")));
    assertThat(atOnce.errors()).isEmpty();
    assertThat(atOnce.generated()).containsAllEntriesOf(result.generated());
  }

  /** The Eclipse compiler's own filer, outside its workbench, refuses what is on the class path. */
  @Test
  void whatWasGeneratedBeforeDoesNoHarm() {
    Path networks = networks(By.JAVAC);
    Path wires = wires(By.JAVAC);
    Path yesterday = folder.resolve("yesterday");
    Build.javac(yesterday)
        .classes(
            Map.of(
                "shop/ShopTrainer.java", "package shop; public final class ShopTrainer {}",
                "shop/ShopData.java", "package shop; final class ShopData { interface Codec {} }",
                "shop/ShopWires.java", "package shop; final class ShopWires {}",
                "shop/Shop.java", "package shop; public record Shop(int other) {}"));
    Build.Result result =
        Build.javac(folder.resolve("model"))
            .on(yesterday.resolve("classes"))
            .on(networks)
            .on(wires)
            .run(MODEL);
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated().get("shop/ShopGraph.java")).isEqualTo(graphOfOneCompilation);
  }
}
