package dev.espalier.samples.quickstart;

import dev.espalier.dsl.IndependentTrunks;
import dev.espalier.dsl.ModelOf;

/** The same tasks with nothing shared: what each learns alone. */
@ModelOf(RelatedTasks.class)
@IndependentTrunks
public interface RelatedTasksApart {}
