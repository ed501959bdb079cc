package dev.espalier.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.read.Networks;
import javax.lang.model.element.Modifier;

/** Writes {@code CensusWires}: the parameter names of a file's networks, which class files lose. */
final class WiresWriter {
  private WiresWriter() {}

  static TypeSpec.Builder write(Networks.InFile networks) {
    AnnotationSpec.Builder wires = AnnotationSpec.builder(RuntimeTypes.dsl("Wires"));
    networks.wires().forEach(line -> wires.addMember("value", "$S", line));
    return TypeSpec.classBuilder(networks.name() + "Wires")
        .addModifiers(Modifier.FINAL)
        .addJavadoc("What the layers of the networks in {@code $L} take.\n", networks.name())
        .addAnnotation(wires.build())
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }
}
