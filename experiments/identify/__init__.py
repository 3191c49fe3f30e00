"""The paper's ex-ante method: for which clusters, and kinds of clusters, is most at stake for the poor."""
