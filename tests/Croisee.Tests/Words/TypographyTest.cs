using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

/// <summary>French spaces: « ~ » stands for the no-break space and « _ » for the narrow one.</summary>
[Trait("kind", "pure")]
public sealed class TypographyTest
{
    [Theory]
    [InlineData("Avez-vous un code ? Oui ; non !", "Avez-vous un code_? Oui_; non_!")]
    [InlineData("Selon : les personnes", "Selon~: les personnes")]
    [InlineData("On dit « oui », dit-elle.", "On dit «~oui~», dit-elle.")]
    [InlineData("(« Pourquoi ? »)", "(«~Pourquoi_?~»)")]
    [InlineData("Quoi ?!", "Quoi_?!")]
    [InlineData("lundi 31 mai 2027 inclus, jusqu’à 23 h 59", "lundi 31~mai 2027 inclus, jusqu’à 23~h~59")]
    [InlineData("du 1er mai au 21 mai", "du 1er~mai au 21~mai")]
    [InlineData("6 personnes sur 12, soit 50 %", "6~personnes sur 12, soit 50~%")]
    [InlineData("au 09 69 39 00 00", "au 09~69~39~00~00")]
    public void Holds_a_mark_to_its_word(string typed, string shown) => Assert.Equal(shown, Seen(typed.Typeset()));

    [Theory]
    [InlineData("http://exemple.org:80/?q=1")]
    [InlineData("Des mots, sans rien d’autre.")]
    [InlineData("l’un ?l’autre")]
    [InlineData(":")]
    [InlineData("9")]
    [InlineData("")]
    public void Leaves_the_rest_as_typed(string typed) => Assert.Equal(typed, Seen(typed.Typeset()));

    [Fact]
    public void Says_the_same_when_said_twice()
    {
        var once = "Le 3 mars, « quoi ? » : 5 % ; rien !".Typeset();
        Assert.Equal(once, once.Typeset());
        Assert.Same(once, once.Typeset());
    }

    [Fact]
    public void Keeps_in_a_title_the_pronoun_of_its_verb() => Assert.Equal("Retenons-\u2060nous cette expérience_?", Seen("Retenons-nous cette expérience ?".TypesetTitle()));

    static string Seen(string text) => text.Replace('\u00A0', '~').Replace('\u202F', '_');
}
