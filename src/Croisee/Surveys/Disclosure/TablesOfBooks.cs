namespace Croisee.Surveys.Disclosure;

/// <summary>The tables of a population: its own batches and those of everything below, added.</summary>
sealed class TablesOfBooks(SurveyDesign design, Thresholds thresholds, PublicationHistory history, DateOnly on)
{
    const int LeastEstablishments = 3, MostOfOnePercent = 85;

    public IEnumerable<PublishedTable> Of(string population)
    {
        var below = Below(population).ToList();
        for (var i = 0; i <= design.Questions.Count; i++)
        {
            var question = i == 0 ? null : design.Questions[i - 1];
            var parts = below.ConvertAll(b => (b.Leaf, b.Books[i].Counted.Whole));
            var whole = Sum(question, parts.Select(p => p.Whole));
            var why = WhyNot(whole, design.IsLeaf(population) ? null : parts);
            yield return Table(population, question, null, null, whole, why);
            for (var cut = 0; cut < design.Cuts.Count; cut++)
                for (var value = 0; value < design.Cuts[cut].Values.Count; value++)
                {
                    if (!thresholds.Holds(RuleSwitch.R3)) yield return AllBut(population, question, cut, value, whole, below.Select(b => b.Books[i].Counted.Parts));
                    if (!design.IsCut(cut, population)) continue;
                    var tally = Sum(question, below.Select(b => b.Books[i].Cuts[cut].Counted[value]));
                    yield return Table(population, question, cut, value, tally, why ?? WhyNot(tally, null));
                }
        }
    }

    IEnumerable<(bool Leaf, QuestionBook[] Books)> Below(string population)
    {
        if (history.Books.TryGetValue(population, out var own)) yield return (design.IsLeaf(population), own);
        foreach (var child in design.Children(population))
            foreach (var books in Below(child)) yield return books;
    }

    static Tally Sum(ClosedQuestion? question, IEnumerable<Tally> tallies)
    {
        var sum = new Tally(question?.Counted.Count ?? 0);
        foreach (var tally in tallies) sum.Add(tally);
        return sum;
    }

    WhyNotShown? WhyNot(Tally tally, List<(bool Leaf, Tally Whole)>? parts) =>
        tally.Answers < thresholds.Least ? WhyNotShown.TooFew : parts is not null && !Several(tally.Answers, parts) ? WhyNotShown.TooFewEstablishments : null;

    /// <summary>R7: a level shows its establishments together only if they are several, and none is nearly all. A level's own batches come from two establishments at least.</summary>
    static bool Several(int answers, List<(bool Leaf, Tally Whole)> parts)
    {
        var some = parts.Where(p => p.Whole.Answers > 0).ToList();
        return some.Sum(p => p.Leaf ? 1 : 2) >= LeastEstablishments && some.TrueForAll(p => !p.Leaf || p.Whole.Answers * 100 < answers * MostOfOnePercent);
    }

    PublishedTable Table(string population, ClosedQuestion? question, int? cut, int? value, Tally tally, WhyNotShown? why)
    {
        var figures = why is null ? Figures(tally, question) : null;
        var rate = question is null && cut is null && design.Eligible(population) is > 0 and var eligible ? figures?.Answers.RateAmong(eligible) : null;
        return new(population, question?.Code, cut is { } c ? design.Cuts[c].Attribute : null, value is { } v ? design.Cuts[cut!.Value].Values[v] : null,
            on, figures, figures is null ? why ?? WhyNotShown.WouldTell : null, rate);
    }

    ShownFigures? Figures(Tally tally, ClosedQuestion? question)
    {
        if (question is not null) return ShownFigures.Of(tally, question, thresholds);
        return new(thresholds.Holds(RuleSwitch.R6) ? SizeBand.Of(tally.Answers) : new(tally.Answers, tally.Answers), [], null, null);
    }

    /// <summary>What R3 forbids: a free filter, here everybody but one value, as soon as enough remain.</summary>
    PublishedTable AllBut(string population, ClosedQuestion? question, int cut, int value, Tally whole, IEnumerable<Tally[][]> parts)
    {
        var others = Sum(question, [whole]);
        others.Add(Sum(question, parts.Select(p => p[cut][value])), -1);
        return Table(population, question, cut, value, others, others.Answers < thresholds.Least ? WhyNotShown.TooFew : null) with { AllBut = true };
    }
}
