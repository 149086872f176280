/**
 * The phases of an experiment: warm-up, baseline, control rounds, armed rounds, lift, settle, verdict, compensate. Gets its
 * roles through constructors. Read {@link io.scupper.engine.Experiment} first.
 */
@NullMarked
package io.scupper.engine;

import org.jspecify.annotations.NullMarked;
