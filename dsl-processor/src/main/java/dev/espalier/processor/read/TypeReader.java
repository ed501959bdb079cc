package dev.espalier.processor.read;

import dev.espalier.processor.read.ValueType.Constant;
import dev.espalier.processor.read.ValueType.EnumType;
import dev.espalier.processor.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the type of a component. */
final class TypeReader {
  private static final Map<TypeKind, Form> PRIMITIVES =
      Map.of(
          TypeKind.FLOAT, Form.FLOAT,
          TypeKind.DOUBLE, Form.DOUBLE,
          TypeKind.INT, Form.INT,
          TypeKind.LONG, Form.LONG,
          TypeKind.BOOLEAN, Form.BOOLEAN);

  private static final Map<String, Form> BOXES =
      Map.of(
          "java.lang.Float", Form.FLOAT,
          "java.lang.Double", Form.DOUBLE,
          "java.lang.Integer", Form.INT,
          "java.lang.Long", Form.LONG,
          "java.lang.Boolean", Form.BOOLEAN);

  private static final Map<TypeKind, Form> ARRAYS =
      Map.of(
          TypeKind.FLOAT, Form.FLOATS,
          TypeKind.INT, Form.INTS,
          TypeKind.LONG, Form.LONGS,
          TypeKind.BOOLEAN, Form.BOOLEANS,
          TypeKind.BYTE, Form.BYTES,
          TypeKind.SHORT, Form.SHORTS);

  private static final Map<String, Form> MEDIA =
      Map.of("java.awt.image.BufferedImage", Form.PICTURE, "java.nio.file.Path", Form.PATH);

  private final Language language;

  TypeReader(Language language) {
    this.language = language;
  }

  ValueType read(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return plain(PRIMITIVES.getOrDefault(type.getKind(), Form.OTHER), type);
    }
    if (type instanceof ArrayType array) {
      TypeMirror entry = array.getComponentType();
      if (isEnum(entry)) {
        TypeElement constants = (TypeElement) ((DeclaredType) entry).asElement();
        return new ValueType(Form.CONSTANTS, false, type, Optional.of(constants(constants)));
      }
      return plain(
          isText(entry) ? Form.TEXTS : ARRAYS.getOrDefault(entry.getKind(), Form.OTHER), type);
    }
    return type.getKind() == TypeKind.DECLARED
        ? declared((DeclaredType) type)
        : plain(Form.OTHER, type);
  }

  private ValueType declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    if (BOXES.containsKey(name)) {
      return new ValueType(BOXES.get(name), true, type, Optional.empty());
    }
    if (element.getKind() == ElementKind.ENUM) {
      return new ValueType(Form.CONSTANT, false, type, Optional.of(constants(element)));
    }
    if (isText(type)) {
      return plain(Form.TEXT, type);
    }
    if (MEDIA.containsKey(name)) {
      return plain(MEDIA.get(name), type);
    }
    boolean set = name.equals("java.util.Set");
    boolean list = name.equals("java.util.List");
    if ((set || list) && type.getTypeArguments().size() == 1) {
      return collection(type, set, type.getTypeArguments().get(0));
    }
    return plain(Form.OTHER, type);
  }

  private ValueType collection(DeclaredType type, boolean set, TypeMirror entry) {
    if (isText(entry)) {
      return plain(set ? Form.TEXT_SET : Form.TEXT_LIST, type);
    }
    if (isEnum(entry)) {
      return new ValueType(
          set ? Form.CONSTANT_SET : Form.CONSTANT_LIST,
          false,
          type,
          Optional.of(constants((TypeElement) ((DeclaredType) entry).asElement())));
    }
    return plain(Form.OTHER, type);
  }

  private EnumType constants(TypeElement type) {
    List<Constant> constants = new ArrayList<>();
    for (Element each : type.getEnclosedElements()) {
      if (each.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = each.getSimpleName().toString();
        String text =
            language.marks(each).stream()
                .filter(mark -> mark.name().equals("Column") && mark.states("value"))
                .map(mark -> mark.text("value"))
                .findFirst()
                .orElse(name);
        constants.add(new Constant(name, text, Origin.of(each)));
      }
    }
    return new EnumType(type, List.copyOf(constants));
  }

  private static ValueType plain(Form form, TypeMirror type) {
    return new ValueType(form, false, type, Optional.empty());
  }

  private static boolean isEnum(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM;
  }

  private static boolean isText(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.String");
  }
}
