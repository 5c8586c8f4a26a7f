using Xunit;

namespace Croisee.Tests.House;

/// <summary>The reader of views is an instrument: it is tried before it is believed.</summary>
[Trait("kind", "pure")]
public sealed class ViewTextTest
{
    [Theory]
    [InlineData("<p>Bonjour</p>", "Bonjour")]
    [InlineData("<p>@L[\"Bonjour\"]</p>", "")]
    [InlineData("@if (Model.A < 3 && Model.B > 2) { <p>Nu</p> } else { <b>Cru</b> }", "Cru|Nu")]
    [InlineData("@{ var a = x < 3 ? \"mot\" : \"autre\"; List<string> b = []; } <i>Dehors</i>", "Dehors")]
    [InlineData("@foreach (var e in L.Where(x => x.Is<b>())) { <a href=\"@e.Path\" title=\"Titre\">@L[e.Name]</a> }", "Titre")]
    [InlineData("@section Head { <meta charset=\"utf-8\"> En-tête }", "En-tête|utf-8")]
    [InlineData("@* <p>Rien</p> *@<!-- rien --><p>@Model.Name?.ToString().</p>", ".")]
    [InlineData("@switch (a) { case 1: <p>Un</p> break; default: @: Deux\n break; }", "Deux|Un")]
    [InlineData("@page \"/x\"\n@model A.B\n<h1>Titre @(1 + 2) suite</h1>", "Titre|suite")]
    [InlineData("@{ void A() { <p>Profond @(n) !</p> } }", "!|Profond")]
    [InlineData("<p>écrire à a@@b.fr</p>", "b.fr|écrire à a")]
    public void Tells_words_from_code(string view, string expected) =>
        Assert.Equal(expected, string.Join('|', ViewText.Of(view).Where(p => p.Attribute is null or "title" or "charset").Select(p => p.Text).Order(StringComparer.Ordinal)));
}
