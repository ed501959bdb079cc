package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/**
 * What checks need to know of the compilation beyond one model.
 *
 * @param written the qualified names of the top-level types that the user wrote, generated ones not
 *     among them
 * @param models all models of the compilation
 * @param inSource whether a type is being compiled, and so has a place to show
 */
public record Round(
    Set<String> written, List<ModelDeclaration> models, Predicate<TypeElement> inSource) {}
