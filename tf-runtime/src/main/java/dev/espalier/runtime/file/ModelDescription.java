package dev.espalier.runtime.file;

import dev.espalier.runtime.model.ModelInfo.Needs;
import java.util.List;
import java.util.Map;

/**
 * What a model file says of its model.
 *
 * @param model the model's name
 * @param sharing its sharing scheme, in words
 * @param modelHash hash of all that decides which weights fit
 * @param exampleHash hash of all that decides which examples fit
 * @param needs what each task's prediction needs
 * @param variables the paths that each variable of the graph holds, one below the other
 * @param preprocessing statistics and vocabularies, as maps, lists, texts and numbers
 */
public record ModelDescription(
    String model,
    String sharing,
    String modelHash,
    String exampleHash,
    List<Needs> needs,
    List<List<String>> variables,
    Map<String, Object> preprocessing) {}
