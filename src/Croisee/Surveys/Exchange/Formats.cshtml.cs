using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Exchange;

/// <summary>What becomes of each construct of each format, from the table that the readers themselves speak from.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class FormatsModel : Screen
{
    public static IEnumerable<IGrouping<QuestionnaireFormat, Conformance>> Formats => Conformance.All.GroupBy(r => r.Format);

    public void OnGet() { }
}
