package dev.espalier.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What stands in the source and javac's elements do not tell: which annotations it could not find,
 * of which it leaves out some, in version 17 all; and what is named in code. Other compilers have
 * no such trees.
 */
public final class SourceTrees {
  private final Optional<Trees> trees;

  private SourceTrees(Optional<Trees> trees) {
    this.trees = trees;
  }

  /** The trees of one compilation; none where the compiler is not javac. */
  public static SourceTrees in(ProcessingEnvironment environment) {
    try {
      return new SourceTrees(Optional.of(Trees.instance(environment)));
    } catch (IllegalArgumentException | LinkageError e) {
      return new SourceTrees(Optional.empty());
    }
  }

  /** The name of an annotation on an element that means nothing; mostly none does. */
  Optional<String> lostAnnotation(Element element) {
    return trees.flatMap(each -> lost(element, each));
  }

  /** Whether the file of a type names one of several types; where that can't be seen, it may. */
  public boolean mayName(TypeElement type, Set<String> names) {
    return trees
        .map(each -> each.getPath(type))
        .map(path -> new Naming().scan(path.getCompilationUnit(), names))
        .orElse(true);
  }

  private static Optional<String> lost(Element element, Trees trees) {
    Optional<ModifiersTree> modifiers = modifiers(trees.getTree(element));
    int told = element.getAnnotationMirrors().size();
    // A path is a search through the whole file.
    return modifiers
        .filter(it -> it.getAnnotations().size() > told)
        .flatMap(it -> first(it, new TreePath(trees.getPath(element), it), trees));
  }

  private static Optional<String> first(ModifiersTree modifiers, TreePath place, Trees trees) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      Tree name = annotation.getAnnotationType();
      TypeMirror type = trees.getTypeMirror(new TreePath(new TreePath(place, annotation), name));
      if (type != null && type.getKind() == TypeKind.ERROR) {
        return Optional.of(name.toString());
      }
    }
    return Optional.empty();
  }

  private static Optional<ModifiersTree> modifiers(Tree tree) {
    if (tree instanceof VariableTree variable) {
      return Optional.of(variable.getModifiers());
    }
    if (tree instanceof MethodTree method) {
      return Optional.of(method.getModifiers());
    }
    return tree instanceof ClassTree type ? Optional.of(type.getModifiers()) : Optional.empty();
  }

  /** Whether some of the names stand in a tree. */
  private static final class Naming extends TreeScanner<Boolean, Set<String>> {
    @Override
    public Boolean visitIdentifier(IdentifierTree tree, Set<String> names) {
      return names.contains(tree.getName().toString());
    }

    @Override
    public Boolean visitMemberSelect(MemberSelectTree tree, Set<String> names) {
      return names.contains(tree.getIdentifier().toString())
          || reduce(super.visitMemberSelect(tree, names), false);
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }
}
