# Rscript metafor.R TRIALS ANSWER: times metafor's REML with Knapp and Hartung's test on the trials in a table
# of yi and vi; writes microseconds a fit and the results. The start of R is not counted.
suppressMessages(library(metafor))
files <- commandArgs(TRUE)
trials <- read.table(files[1], header = TRUE)
fit <- function(control = list()) rma(yi, vi, data = trials, method = "REML", test = "knha", control = control)
for (i in 1:50) fit()  # R compiles a function that it has seen twice
seconds <- function(times) { start <- proc.time()[["elapsed"]]; for (i in seq_len(times)) fit(); proc.time()[["elapsed"]] - start }
best <- min(sapply(1:5, function(round) seconds(100))) / 100
r <- fit(list(threshold = 1e-13, maxiter = 10000))
writeLines(format(c(1e6 * best, r$beta, r$se, r$ci.lb, r$ci.ub, r$pval, r$tau2, r$I2, r$QE), digits = 17), files[2])
