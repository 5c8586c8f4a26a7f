using System.Collections;
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

    /// <summary>
    /// What a form offers of a vocabulary, restricted to <paramref name="only"/> when a call asks for some; the form adds what is already chosen in it (<see cref="IChoices"/>).
    /// An easy label is enough by itself: its definition is not easy.
    /// </summary>
    public IEnumerable<Choice> Choices(string vocabulary, IReadOnlyCollection<string>? only = null)
    {
        var (now, easy) = (shelf, words.Mode is ReadingMode.EasyRead);
        return only is { Count: > 0 } ? new Offer(this, now.Book, vocabulary, easy, only) : now.Whole.GetOrAdd((vocabulary, easy), _ => new Offer(this, now.Book, vocabulary, easy, null));
    }

    IEnumerable<Choice> Offered(LabelBook book, string vocabulary, bool easy, IReadOnlyCollection<string>? chosen) =>
        book.Choices(Vocabularies.Get(vocabulary), easy, chosen).Select(c => new Choice(c.Code, c.Label, easy ? null : c.Definition, GroupOf(vocabulary, c)));

    string? GroupOf(string vocabulary, TermChoice choice) =>
        vocabulary == Vocabularies.Modality.Code ? Of(Grid.CellOf(choice.Code).Scale) : vocabulary == Vocabularies.Department.Code ? Of(choice.Parent) : null;

    /// <summary>A book with the lists that forms offer whole, each made once for a mode: a new book makes them anew.</summary>
    sealed record Shelf(LabelBook Book)
    {
        public ConcurrentDictionary<(string Vocabulary, bool Easy), Offer> Whole { get; } = new();
    }

    sealed class Offer(Labels labels, LabelBook book, string vocabulary, bool easy, IReadOnlyCollection<string>? only) : IChoices
    {
        readonly IReadOnlyList<Choice> active = [.. labels.Offered(book, vocabulary, easy, null).Where(c => only is null || only.Contains(c.Value))];

        public IEnumerator<Choice> GetEnumerator() => active.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public IEnumerable<Choice> With(IReadOnlyCollection<string> chosen) =>
            chosen.All(code => code.Length == 0 || active.Any(c => c.Value == code)) ? this : labels.Offered(book, vocabulary, easy, chosen).Where(c => only is null || only.Contains(c.Value) || chosen.Contains(c.Value));
    }
}
