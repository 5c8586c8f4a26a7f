using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

/// <summary>Everyday sentences that a check took for something else, or passed over.</summary>
[Trait("kind", "pure")]
public sealed class EasyEverydayTest
{
    static List<EasyRemark> Of(string text) => [.. EasyReport.Of(text).Sentences.SelectMany(s => s.Remarks)];

    [Theory]
    [InlineData("Il y a quarante-deux places.", EasyCheck.NumberWord), InlineData("Nous sommes vingt-et-un.", EasyCheck.NumberWord), InlineData("Elle a quatre-vingt-deux ans.", EasyCheck.NumberWord)]
    [InlineData("1500 personnes viennent.", EasyCheck.Number), InlineData("Le 08/06 il y a un repas.", EasyCheck.NumericDate), InlineData("Venez mardi 08/06.", EasyCheck.NumericDate)]
    [InlineData("C’est du 12/05 au 14/05.", EasyCheck.NumericDate), InlineData("La fête est le 2026-06-08.", EasyCheck.NumericDate)]
    public void Remarks(string text, EasyCheck check) => Assert.Contains(Of(text), r => r.Check == check);

    [Theory]
    [InlineData("Aujourd’hui, quelqu’un vous aide à remplir le papier bleu à l’accueil."), InlineData("Venez à 14h30 dans la salle bleue, au fond du couloir."), InlineData("Appelez le 3977.")]
    [InlineData("C’est compliqué."), InlineData("Mon père est retraité."), InlineData("Je suis salarié."), InlineData("La grande véranda est ouverte."), InlineData("CVS\u00A0: conseil de la vie sociale.\nLe CVS se réunit.")]
    public void Finds_nothing_to_say(string text) => Assert.DoesNotContain(Of(text), r => r.Check is EasyCheck.Length or EasyCheck.Passive or EasyCheck.Tense or EasyCheck.Abbreviation or EasyCheck.Number or EasyCheck.NumberWord);
}
