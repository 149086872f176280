/**
 * From rounds to a verdict. Pure: no clock, no disk, no network, so that the rules are tested on typed-in numbers and a
 * stored run can be judged again. Read {@link io.scupper.verdict.Judge} first, then {@link io.scupper.verdict.ClassRule}
 * and {@link io.scupper.verdict.CountedRule}.
 */
@NullMarked
package io.scupper.verdict;

import org.jspecify.annotations.NullMarked;
