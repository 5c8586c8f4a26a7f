using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.Deposit;

/// <summary>Who is not eligible is told why in one sentence, and where to go (EXP-R1).</summary>
[Audience(Audience.Public)]
public sealed class NotForHereModel : Screen
{
    [FromRoute(Name = "slug")] public string Slug { get; set; } = "";
    [FromQuery(Name = "raison")] public string? Why { get; set; }

    public string Reason => Why switch
    {
        "sans-personnes" => "Cet appel cherche des actions faites avec des personnes concernées. La vôtre peut le devenir : parlez-en avec elles, puis revenez.",
        "sans-professionnels" => "Cet appel cherche des actions faites ensemble, par des personnes concernées et des professionnels.",
        "structure" => "Cet appel s’adresse à d’autres que vous ou votre structure.",
        _ => "Cet appel cherche des actions à plusieurs. Ce que vous avez vécu compte, et il y a un endroit pour le dire.",
    };

    public IReadOnlyList<string> Doors => Why switch
    {
        "sans-personnes" => ["Le conseil de la vie sociale ou la commission des usagers de votre établissement peut vous aider à commencer ensemble.", "Le répertoire montre comment d’autres ont fait."],
        "sans-professionnels" => ["Une association d’usagers ou un groupe d’entraide mutuelle peut porter votre voix.", "Le service qui vous accompagne peut vous rejoindre : proposez-lui d’écrire avec vous."],
        "structure" => ["La page de chaque appel dit à qui il s’adresse : un autre vous attend peut-être.", "Une structure à qui cet appel s’adresse a agi avec vous ? Elle peut répondre, et vous pouvez écrire et signer avec elle."],
        _ => ["Pour une difficulté dans un établissement de santé : la commission des usagers, ou un représentant des usagers.", "Pour une difficulté dans un établissement social ou médico-social : le conseil de la vie sociale, ou une personne qualifiée.",
              "Pour faire respecter un droit : le Défenseur des droits, au 09 69 39 00 00.", "En danger, ou témoin d’une violence : le 15, le 17, le 112, ou le 3977 contre la maltraitance."],
    };

    public void OnGet() { }
}
