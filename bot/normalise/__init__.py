"""From what a source says to an episode: links, names, technologies with stances, figures."""
