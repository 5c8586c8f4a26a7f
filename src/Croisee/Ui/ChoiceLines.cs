using System.Globalization;
using System.Text.Encodings.Web;
using Croisee.Words;
using Microsoft.AspNetCore.Html;

namespace Croisee.Ui;

/// <summary>
/// The answers of a field, written straight into the page: as a tree of elements, a hundred departments cost more than the rest of their form.
/// What is not a constant of this file passes through the encoder.
/// </summary>
sealed class ChoiceLines(Localizer words, string name, string id, HashSet<string> chosen, bool many)
{
    delegate void Pen(TextWriter page, HtmlEncoder encoder);

    public int ChosenOf(Choice[] choices) => choices.Count(c => chosen.Contains(c.Value));

    /// <summary>The first line of a list, while nothing is chosen.</summary>
    public IHtmlContent NoOption() => new Drawn((page, encoder) => Option(page, encoder, "", words["Choisissez"], chosen.Count == 0));

    public IHtmlContent Options(Choice[] choices) => new Drawn((page, encoder) =>
    {
        foreach (var choice in choices) Option(page, encoder, choice.Value, words[choice.Label], chosen.Contains(choice.Value));
    });

    /// <summary>Radios, or checkboxes where several may be chosen.</summary>
    /// <param name="before">How many the field has already: its very first control carries the field's own id.</param>
    public IHtmlContent Boxes(Choice[] choices, int before) => new Drawn((page, encoder) =>
    {
        for (var i = 0; i < choices.Length; i++) Box(page, encoder, choices[i], before + i == 0 ? id : $"{id}-{(before + i + 1).ToString(CultureInfo.InvariantCulture)}");
    });

    static void Option(TextWriter page, HtmlEncoder encoder, string value, string text, bool selected)
    {
        page.Write("<option");
        if (selected) page.Write(" selected=\"selected\"");
        Attribute(page, encoder, "value", value);
        page.Write('>');
        encoder.Encode(page, text);
        page.Write("</option>");
    }

    void Box(TextWriter page, HtmlEncoder encoder, Choice choice, string own)
    {
        var note = choice.Hint is null ? null : own + "-note";
        page.Write("<div class=\"choice\"><input");
        if (note is not null) Attribute(page, encoder, "aria-describedby", note);
        if (chosen.Contains(choice.Value)) page.Write(" checked=\"checked\"");
        Attribute(page, encoder, "id", own);
        Attribute(page, encoder, "name", name);
        page.Write(many ? " type=\"checkbox\"" : " type=\"radio\"");
        Attribute(page, encoder, "value", choice.Value);
        page.Write(" /><label");
        Attribute(page, encoder, "for", own);
        page.Write('>');
        encoder.Encode(page, words[choice.Label]);
        page.Write("</label>");
        if (note is not null)
        {
            page.Write("<p class=\"hint\"");
            Attribute(page, encoder, "id", note);
            page.Write('>');
            encoder.Encode(page, words[choice.Hint!]);
            page.Write("</p>");
        }
        page.Write("</div>");
    }

    static void Attribute(TextWriter page, HtmlEncoder encoder, string attribute, string value)
    {
        page.Write(' ');
        page.Write(attribute);
        page.Write("=\"");
        encoder.Encode(page, value);
        page.Write('"');
    }

    sealed class Drawn(Pen draw) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => draw(writer, encoder);
    }
}
