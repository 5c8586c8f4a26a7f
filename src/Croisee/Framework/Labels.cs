using System.Collections.Concurrent;
using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Framework;

/// <summary>The words of the framework as this reader should read them: this instance's labels, in the reader's mode.</summary>
public sealed class Labels(Localizer words)
{
    volatile Shelf shelf = new(LabelBook.Default);

    public LabelBook Book { get => shelf.Book; internal set => shelf = new(value); }

    public string Of(string? code) => string.IsNullOrEmpty(code) ? "" : Book.Label(code, words.Mode is ReadingMode.EasyRead).Typeset();

    public IEnumerable<string> Of(IEnumerable<string> codes) => codes.Select(Of);

    public string DefinitionOf(Term term) => Book.Definition(term)?.Typeset() ?? "";

    /// <summary>What a form offers of a vocabulary, restricted to <paramref name="only"/> when a call asks for some. An easy label is enough by itself: its definition is not easy.</summary>
    public IEnumerable<Choice> Choices(string vocabulary, IReadOnlyCollection<string>? only = null, IReadOnlyCollection<string>? chosen = null)
    {
        var (now, easy) = (shelf, words.Mode is ReadingMode.EasyRead);
        if (only is not { Count: > 0 } && chosen is not { Count: > 0 }) return now.Whole.GetOrAdd((vocabulary, easy), _ => [.. Offered(now.Book, vocabulary, easy, null)]);
        return Offered(now.Book, vocabulary, easy, chosen).Where(c => only is null or { Count: 0 } || only.Contains(c.Value) || chosen?.Contains(c.Value) is true);
    }

    IEnumerable<Choice> Offered(LabelBook book, string vocabulary, bool easy, IReadOnlyCollection<string>? chosen) =>
        book.Choices(Vocabularies.Get(vocabulary), easy, chosen).Select(c => new Choice(c.Code, c.Label, easy ? null : c.Definition, GroupOf(vocabulary, c)));

    string? GroupOf(string vocabulary, TermChoice choice) =>
        vocabulary == Vocabularies.Modality.Code ? Of(Grid.CellOf(choice.Code).Scale) : vocabulary == Vocabularies.Department.Code ? Of(choice.Parent) : null;

    /// <summary>A book with the lists that forms offer whole, each made once for a mode: a new book makes them anew.</summary>
    sealed record Shelf(LabelBook Book)
    {
        public ConcurrentDictionary<(string Vocabulary, bool Easy), IReadOnlyList<Choice>> Whole { get; } = new();
    }
}
