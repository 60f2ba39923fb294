# Makes similarity.json: similarities, UPGMA and optimal leaf order as R's packages compute them.
# Run by hand: Rscript similarity.R > similarity.json (Debian: r-base-core r-cran-cluster r-cran-seriation r-cran-jsonlite), then npm run format
library(cluster)
suppressPackageStartupMessages(library(seriation))
library(jsonlite)

answers <- c("yes", "partly", "no", "never", "none")

# Questions of one answer and three codes each; where an answer is missing, so are the codes that are not named.
make_query <- function(states, questions, missing) {
  answer <- replicate(questions, ifelse(runif(states) < missing, NA, sample(answers, states, replace = TRUE)))
  code <- lapply(seq_len(questions), function(q) {
    named <- matrix(as.integer(runif(states * 3) < 0.4), states)
    named[1:2, ] <- diag(1, 2, 3) # no column of zeros alone: each code is given to someone
    named[2, 3] <- 1
    named[is.na(answer[, q]) & named == 0] <- NA
    named
  })
  weights <- round(runif(questions * 2, 0.5, 2), 3)
  list(answer = answer, code = code, weights = weights)
}

as_frame <- function(query, questions) {
  columns <- list()
  for (q in questions) {
    columns[[length(columns) + 1]] <- factor(query$answer[, q], levels = answers)
    for (k in 1:3) columns[[length(columns) + 1]] <- query$code[[q]][, k]
  }
  setNames(as.data.frame(columns), paste0("v", seq_along(columns)))
}

column_weights <- function(query) {
  unlist(lapply(seq_len(ncol(query$answer)), function(q) query$weights[2 * q - c(1, 0, 0, 0)]))
}

measures <- function(query, weights) {
  frame <- as_frame(query, seq_len(ncol(query$answer)))
  codes <- seq_along(frame)[-seq(1, ncol(frame), by = 4)]
  symmetric <- frame
  symmetric[codes] <- lapply(frame[codes], factor, levels = 0:1)
  gower <- suppressWarnings(daisy(frame, metric = "gower", type = list(asymm = codes), weights = weights))
  matching <- daisy(symmetric, metric = "gower", weights = weights)
  jaccard <- suppressWarnings(daisy(frame[codes], metric = "gower", type = list(asymm = seq_along(codes)), weights = weights[codes]))
  list(gower = gower, "simple-matching" = matching, jaccard = jaccard)
}

similarity <- function(distance) unname(1 - as.matrix(distance))

fixture <- function(seed, states, questions, missing) {
  set.seed(seed)
  query <- make_query(states, questions, missing)
  found <- measures(query, column_weights(query))
  plain <- measures(query, rep(1, questions * 4))
  # An independent word on Jaccard: stats::dist leaves out what is missing in a pair, as we do.
  frame <- as_frame(query, seq_len(questions))
  binary <- dist(as.matrix(frame[-seq(1, ncol(frame), by = 4)]), method = "binary")
  stopifnot(max(abs(binary - plain$jaccard)) < 1e-12)
  distance <- as.dist(as.matrix(found$gower))
  stopifnot(!anyNA(distance), min(diff(sort(as.vector(distance)))) > 1e-9)
  tree <- hclust(distance, method = "average")
  ordered <- seriate(distance, method = "OLO", control = list(method = "average"))
  list(
    answers = query$answer, codes = query$code, weights = query$weights,
    weighted = lapply(found, similarity), plain = lapply(plain, similarity),
    heights = sort(tree$height), cophenetic = unname(as.matrix(cophenetic(tree))),
    order = get_order(ordered), length = unname(criterion(distance, ordered, method = "Path_length"))
  )
}

cat(toJSON(list(
  versions = as.list(c(R = as.character(getRversion()), sapply(c("cluster", "seriation"), function(p) as.character(packageVersion(p))))),
  queries = list(fixture(1, 12, 8, 0), fixture(2, 16, 12, 0.15), fixture(3, 23, 15, 0.3))
), digits = NA, na = "null", auto_unbox = TRUE))
