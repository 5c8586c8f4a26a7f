using System.Text.Json.Serialization;

namespace Croisee.Surveys.Disclosure;

/// <summary>
/// R1: everything that was ever counted, and all that the gate needs to decide what may be shown next. Exact numbers: it is kept, never shown.
/// Serialise it with System.Text.Json as it is.
/// </summary>
public sealed class PublicationHistory
{
    [JsonConstructor]
    public PublicationHistory(Dictionary<string, QuestionBook[]> books, List<Publishing> publishings) => (Books, Publishings) = (books, publishings);

    public PublicationHistory() : this([], []) => KnowsLent = true;

    /// <summary>By population; the first book says who answered at all, then one for each question of the design.</summary>
    public Dictionary<string, QuestionBook[]> Books { get; }

    public List<Publishing> Publishings { get; }

    /// <summary>Books say since their first block whether they lent cuts. One that was stored before they did lacks this, and what its books do not say is taken for lent: it hides more.</summary>
    public bool KnowsLent { get; init; }

    /// <summary>S23: what whole populations had counted that are set aside for a while.</summary>
    public Dictionary<string, QuestionBook[]> Aside { get; init; } = [];

    /// <summary>
    /// S23: a population goes out of every figure, with all its blocks. What the levels above lose is the sum of what it showed by itself, ten answers or more or nobody: their
    /// difference says nothing that its own tables did not. What it had lent to a level above stays there; blocks that it lent only to be cut are no longer in that level's whole, and
    /// without them its cuts would say what this population's own could not: these cuts are not shown while it is aside (<see cref="HoldsLentCuts"/>).
    /// </summary>
    public void PutAside(SurveyDesign design, string population)
    {
        if (Aside.ContainsKey(population) || !Books.Remove(population, out var own)) return;
        Aside[population] = own;
        foreach (var level in design.Above(population))
            for (var i = 0; i < own.Length; i++) Of(design, level)[i].Lose(own[i]);
    }

    /// <summary>The cuts of this level hold blocks of a population that is set aside: they would count more than the whole.</summary>
    internal bool HoldsLentCuts(SurveyDesign design, string level, int book) => Aside.Any(a => book < a.Value.Length && (a.Value[book].LentCuts || !KnowsLent && a.Value[book].MayHaveLentCuts) && design.Above(a.Key).Contains(level));

    /// <summary>It comes back as it went.</summary>
    public void TakeBack(SurveyDesign design, string population)
    {
        if (!Aside.Remove(population, out var own)) return;
        // Nobody joined it meanwhile: its rows were not given to the gate.
        Books[population] = own;
        foreach (var level in design.Above(population))
            for (var i = 0; i < own.Length; i++) Of(design, level)[i].Gain(own[i]);
    }

    /// <summary>
    /// Two establishments become one: their batches stay what they were, and what waited waits together.
    /// Change the population of their pending rows and of their joined ones too.
    /// </summary>
    /// <param name="design">As it was, with both.</param>
    public void Merge(SurveyDesign design, string from, string into)
    {
        foreach (var book in Books.Values.SelectMany(b => b)) foreach (var block in book.Waiting.Prepend(book.Counted)) block.Rename(from, into);
        if (!Books.Remove(from, out var leaving)) return;
        var books = Of(design, into);
        for (var i = 0; i < books.Length; i++)
        {
            foreach (var level in design.Above(from)) Of(design, level)[i].Lose(leaving[i]);
            foreach (var level in design.Above(into)) Of(design, level)[i].Gain(leaving[i]);
            books[i].TakeOver(leaving[i]);
        }
    }

    internal QuestionBook[] Of(SurveyDesign design, string population)
    {
        if (!Books.TryGetValue(population, out var books))
            Books[population] = books = [QuestionBook.New(design, population, 0), .. design.Questions.Select(q => QuestionBook.New(design, population, q.Counted.Count))];
        // A question that the design counts since later has its own batches from now on.
        else if (books.Length <= design.Questions.Count)
            Books[population] = books = [.. books, .. design.Questions.Skip(books.Length - 1).Select(q => QuestionBook.New(design, population, q.Counted.Count))];
        return books;
    }
}

/// <summary>R4: on which day a population took in how many rows.</summary>
public sealed record Publishing(DateOnly On, string Population, int Rows);
