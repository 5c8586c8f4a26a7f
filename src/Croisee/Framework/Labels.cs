using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Framework;

/// <summary>The words of the framework as this reader should read them: this instance's labels, in the reader's mode.</summary>
public sealed class Labels(Localizer words)
{
    volatile LabelBook book = LabelBook.Default;

    public LabelBook Book { get => book; internal set => book = value; }

    public string Of(string? code) => string.IsNullOrEmpty(code) ? "" : book.Label(code, words.Mode is ReadingMode.EasyRead).Typeset();

    public IEnumerable<string> Of(IEnumerable<string> codes) => codes.Select(Of);

    public string DefinitionOf(Term term) => book.Definition(term)?.Typeset() ?? "";

    /// <summary>What a form offers of a vocabulary, restricted to <paramref name="only"/> when a call asks for some. An easy label is enough by itself: its definition is not easy.</summary>
    public IEnumerable<Choice> Choices(string vocabulary, IReadOnlyCollection<string>? only = null, IReadOnlyCollection<string>? chosen = null) =>
        book.Choices(Vocabularies.Get(vocabulary), words.Mode is ReadingMode.EasyRead, chosen)
            .Where(c => only is null or { Count: 0 } || only.Contains(c.Code) || chosen?.Contains(c.Code) is true)
            .Select(c => new Choice(c.Code, c.Label, words.Mode is ReadingMode.EasyRead ? null : c.Definition, GroupOf(vocabulary, c)));

    string? GroupOf(string vocabulary, TermChoice choice) =>
        vocabulary == Vocabularies.Modality.Code ? Of(Grid.CellOf(choice.Code).Scale) : vocabulary == Vocabularies.Department.Code ? Of(choice.Parent) : null;
}
