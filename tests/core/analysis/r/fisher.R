# Makes fisher.json: two-sided p of Fisher's exact test as R's stats package computes it, for 2 x 2 and larger tables.
# Run by hand: Rscript fisher.R > fisher.json (Debian: r-base-core r-cran-jsonlite)
library(jsonlite)
set.seed(1055)

small <- list(c(3, 1, 1, 3), c(10, 2, 3, 15), c(11, 2, 4, 0), c(0, 5, 5, 0), c(1, 9, 11, 3), c(8, 7, 0, 5), c(4, 4, 4, 4))
tables <- lapply(small, matrix, nrow = 2, byrow = TRUE)
for (shape in list(c(2, 3), c(3, 2), c(3, 3), c(2, 5), c(4, 3), c(3, 4))) {
  for (n in c(12, 20)) {
    drawn <- table(
      factor(sample(shape[1], n, replace = TRUE), levels = seq_len(shape[1])),
      factor(sample(shape[2], n, replace = TRUE), levels = seq_len(shape[2]))
    )
    tables[[length(tables) + 1]] <- unclass(matrix(drawn, nrow = shape[1]))
  }
}
result <- lapply(tables, function(t) list(table = t, p = fisher.test(t, workspace = 2e7)$p.value))
cat(toJSON(list(R = as.character(getRversion()), tests = result), digits = NA, auto_unbox = TRUE))
