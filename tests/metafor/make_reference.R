# Rscript make_reference.R FILE: draws data sets from a fixed seed, lets metafor analyse them, and writes both.
# metafor (GPL) runs here as a program; what reads FILE is tests/metafor/*_test.cpp.
suppressMessages({library(metafor); library(jsonlite); library(parallel)})
options(warn = -1)
num <- function(x) unname(as.numeric(x))
methods <- c("EE", "DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "EB", "PM", "PMM", "DLIT", "SJIT")
tests <- c("z", "knha", "adhoc")
attempt <- function(e) tryCatch(e, error = function(x) list(failed = conditionMessage(x)))

# ---- data sets ----
sizes <- c(2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 27, 40, 60)
draw_variances <- function(kind, k) switch(kind,
  usual = 0.02 + rchisq(k, 1) / 4, equal = rep(0.09, k), wide = 10^runif(k, -3, 1),
  tiny = 1e-6 * (0.2 + rchisq(k, 2)), large = 400 * (0.2 + rchisq(k, 2)))
draw_tau2 <- function(kind, v) switch(kind,
  none = 0, trace = 0.01 * mean(v), some = mean(v), much = 30 * mean(v), huge = 1e4 * mean(v))
draw_effects <- function(k) {
  v <- draw_variances(sample(c("usual", "usual", "equal", "wide", "tiny", "large"), 1), k)
  t <- draw_tau2(sample(c("none", "trace", "some", "some", "much", "huge"), 1), v)
  list(kind = "effects", yi = sample(c(0, 0.3, -2), 1) * sqrt(mean(v)) + rnorm(k, 0, sqrt(v + t)), vi = v)
}
draw_agreeing <- function(k) {  # closer together than chance lets them be
  v <- draw_variances("usual", k)
  list(kind = "agreeing", yi = 0.4 + rnorm(k, 0, 0.02 * sqrt(v)), vi = v)
}
draw_counts <- function(k) {  # small arms and rare events: cells of zero
  n1 <- sample(8:120, k, TRUE); n2 <- sample(8:120, k, TRUE)
  p <- plogis(rnorm(k, sample(c(-3, -1, 0.5), 1), 0.6))
  a <- rbinom(k, n1, plogis(qlogis(p) + rnorm(k, -0.5, 0.3))); c <- rbinom(k, n2, p)
  measure <- sample(c("OR", "RR"), 1)
  table <- list(ai = a, bi = n1 - a, ci = c, di = n2 - c)
  e <- do.call(escalc, c(list(measure = measure), table))
  list(kind = "counts", measure = measure, raw = table, yi = num(e$yi), vi = num(e$vi))
}
draw_means <- function(k) {
  n1 <- sample(4:90, k, TRUE); n2 <- sample(4:90, k, TRUE); sd <- runif(k, 8, 25)
  table <- list(n1i = n1, m1i = rnorm(k, 45, 6), sd1i = sd * runif(k, 0.7, 1.4), n2i = n2, m2i = rnorm(k, 50, 6), sd2i = sd)
  measure <- sample(c("SMD", "MD", "ROM", "SMDH"), 1)
  e <- do.call(escalc, c(list(measure = measure), table))
  list(kind = "means", measure = measure, raw = table, yi = num(e$yi), vi = num(e$vi))
}
draw_moderators <- function(k) switch(sample(3, 1),
  list(year = 1950 + sample(0:70, k, TRUE)),
  list(kind = rep_len(c(0, 1), k)),
  list(dose = runif(k, 0, 100), kind = rep_len(c(0, 1, 1), k)))
draw_set <- function(i) {
  k <- sizes[(i - 1) %% length(sizes) + 1]
  set <- list(draw_effects, draw_effects, draw_effects, draw_agreeing, draw_counts, draw_means)[[(i - 1) %/% length(sizes) %% 6 + 1]](k)
  if (i %% 3 == 0 && k > 4) set$moderators <- draw_moderators(k)
  set$name <- sprintf("%03d-%s-%d", i, set$kind, k)
  set
}

# ---- analyses ----
fit_of <- function(set, method, test) {
  # Thresholds of metafor are absolute; these are as far below every scale of the data.
  scale <- mean(set$vi) + var(set$yi)
  most <- if (method == "DLIT") 100 else 10000  # its steps swing for ever or not at all
  args <- list(yi = set$yi, vi = set$vi, method = method, test = test,
               control = list(threshold = 1e-12 * scale, tol = 1e-12 * scale, maxiter = most, tau2.max = 1e6 * scale))
  if (!is.null(set$moderators)) args$mods <- do.call(cbind, set$moderators)
  do.call(rma, args)
}
told <- function(r) list(
  beta = num(r$beta), se = num(r$se), statistic = num(r$zval), p = num(r$pval), ci_lb = num(r$ci.lb), ci_ub = num(r$ci.ub),
  tau2 = num(r$tau2), se_tau2 = num(r$se.tau2), I2 = num(r$I2), H2 = num(r$H2), QE = num(r$QE), QEp = num(r$QEp),
  QM = if (r$p > 1) num(r$QM), QMp = if (r$p > 1) num(r$QMp), R2 = if (r$p > 1 && r$method != "EE") num(r$R2))
profile <- function(set) {
  r <- fit_of(set, "DL", "z"); scale <- mean(set$vi) + var(set$yi)
  x <- confint(r, control = list(tol = 1e-14 * scale, tau2.max = 1e6 * scale, maxiter = 10000))
  list(tau2 = num(x$random["tau^2", 2:3]), I2 = num(x$random["I^2(%)", 2:3]), H2 = num(x$random["H^2", 2:3]),
       empty = isTRUE(x$ci.null), open = identical(x$ub.sign, ">"))
}
predicted <- function(set, r) {
  at <- if (is.null(set$moderators)) NULL else sapply(set$moderators, mean)
  p <- if (is.null(at)) predict(r) else predict(r, newmods = at)
  b <- blup(r)
  list(at = num(at), pred = num(p$pred), se = num(p$se), ci_lb = num(p$ci.lb), ci_ub = num(p$ci.ub), pi_lb = num(p$pi.lb), pi_ub = num(p$pi.ub),
       blup = num(b$pred), blup_se = num(b$se), blup_lb = num(b$pi.lb), blup_ub = num(b$pi.ub))
}
influences <- function(r) {
  i <- influence(r); b <- unclass(i$dfbs)
  c(lapply(unclass(i$inf)[c("rstudent", "dffits", "cook.d", "cov.r", "tau2.del", "QE.del", "hat", "weight")], num),
    list(dfbetas = lapply(b[!names(b) %in% c("slab", "digits")], num)))
}
columns <- function(x) lapply(as.list(as.data.frame(x)), num)
asymmetry <- function(r, model, predictor) {
  x <- regtest(r, model = model, predictor = predictor)
  list(statistic = num(x$zval), p = num(x$pval), limit = num(x$est), lb = num(x$ci.lb), ub = num(x$ci.ub))
}
trimmed <- function(r, estimator) {
  x <- trimfill(r, estimator = estimator)
  list(side = x$side, k0 = num(x$k0), se_k0 = num(x$se.k0), beta = num(x$beta), se = num(x$se), tau2 = num(x$tau2))
}
fail_safe <- function(set) list(
  rosenthal = num(fsn(set$yi, set$vi)$fsnum), rosenberg = num(fsn(set$yi, set$vi, type = "Rosenberg")$fsnum),
  target = 0.31 * mean(set$yi), orwin = num(fsn(set$yi, set$vi, type = "Orwin", target = 0.31 * mean(set$yi))$fsnum))
bias_of <- function(set, r) list(
  lm_sei = attempt(asymmetry(r, "lm", "sei")), rma_sei = attempt(asymmetry(r, "rma", "sei")), rma_vi = attempt(asymmetry(r, "rma", "vi")),
  rank = attempt({ x <- ranktest(set$yi, set$vi); list(tau = num(x$tau), p = num(x$pval)) }),
  L0 = attempt(trimmed(r, "L0")), R0 = attempt(trimmed(r, "R0")), Q0 = attempt(trimmed(r, "Q0")), fail_safe = attempt(fail_safe(set)))

analyse <- function(set, i) {
  models <- list()
  for (m in methods) for (t in tests)  # the test plays no part in whether tau^2 is found
    models[[m]][[t]] <- if (is.null(models[[m]]$z$failed)) attempt(told(fit_of(set, m, t))) else models[[m]]$z
  # What looks at each study in turn takes a method and a test in turn, and no more than 10 studies.
  m <- c("REML", "DL", "PM", "EE", "HE", "SJ")[i %% 6 + 1]; t <- c("z", "knha")[i %/% 6 %% 2 + 1]
  r <- tryCatch(fit_of(set, m, t), error = function(e) NULL)
  few <- length(set$yi) <= 10; plain <- is.null(set$moderators)
  answers <- list(models = models, profile = attempt(profile(set)), method = m, test = t)
  if (!is.null(r)) {
    answers$predict <- attempt(predicted(set, r))
    if (few) answers$influence <- attempt(influences(r))
    if (few && plain) answers$leave1out <- attempt(columns(leave1out(r)))
    if (few && plain) answers$cumul <- attempt(columns(cumul(r)))
    if (plain && length(set$yi) > 2) answers$bias <- bias_of(set, r)
  }
  c(set, list(answers = answers))
}

out <- commandArgs(TRUE)[1]
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(20260)
sets <- lapply(1:200, draw_set)
sets <- mclapply(seq_along(sets), function(i) analyse(sets[[i]], i), mc.cores = 2, mc.set.seed = FALSE)
writeLines(toJSON(list(metafor = as.character(packageVersion("metafor")), sets = sets), digits = NA, auto_unbox = TRUE, null = "null", na = "null"), out)
