using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>First names frequent in France, from public civil registers' common knowledge. The rules do not need them; they help.</summary>
internal static partial class TraceLists
{
    public static readonly FrozenSet<string> FirstNames = Set("""
        adele adeline adrien adrienne agathe agnes aicha aime aimee alain alban albert alberte alex alexandra alexandre alexia alexis alfred alice aline alix amandine
        ambroise amelie amina amir anais anatole andre andree angele angelina angelique anita anna annabelle anne annick annie anouk anthony antoine antoinette antonin
        apolline ariane aristide arlette armand armelle arnaud arsene arthur astrid aude audrey auguste augustin augustine aurelie aurelien aurore axel axelle aya ayoub
        baptiste barbara bastien beatrice benedicte benjamin benoit berengere bernadette bernard berthe bertrand bilal boris brahim brigitte bruno camille carine carla
        carole caroline catherine cecile cedric celestin celestine celia celine chantal charlene charles charline charlotte chloe christelle christian christiane
        christine christophe claire clara clarisse claude claudette claudie claudine clea clemence clement clementine cleo clotilde clovis colette coralie corentin corinne
        cyprien cyril cyrille daisy damien daniel daniele danielle danny daphne david deborah delphine denis denise derek diane didier dimitri dolores dominique
        donatien dorothee dylan edgar edith edmond edmonde edouard edwige elena eleonore eliane elias elie eliette elina elisa elisabeth elise elodie eloise elsa elvire
        emeline emile emilie emilienne emma emmanuel emmanuelle emy enzo eric erica ernest ernestine erwan esteban estelle esther ethan etienne etiennette eugene eugenie
        eva evan evelyne eve fabien fabienne fabrice fanny farid fatiha fatima fatma fatou felicie felicite felix ferdinand fernand fernande flavie florent
        florian francine francis francisque franck francoise francois frederic frederique gabin gabriel gabrielle gaelle gael gaetan gaspard gaston gauthier gautier genevieve
        geoffrey georges georgette georgine gerald geraldine gerard germain germaine ghislaine ghislain gilbert gilberte gilles gillian ginette gisele giselle gladys
        gregoire gregory guillaume gustave guy guylaine gwenaelle hakim hamid hamza hannah hassan helene helena henri henriette hermine herve hicham hocine honore honorine
        hortense hubert hugo hugues huguette ibrahim ida ilyes imane ines ingrid irene irma isaac isabelle isidore ismael ivan jacky jacqueline jacques jamila
        jason jean jeanine jeanne jeannette jeannine jennifer jeremie jeremy jerome jessica joachim jocelyne joel joelle jonathan jordan jose joseph josephine josette josiane
        josselin joyce jules julia julie julien julienne juliette justine kader kamel karim karima karine karl katia kenza kevin khadija killian laetitia lahcen laila lana
        lara laura laure laurence laurent laurette laurine lea leana leila lena leo leon leonard leonce leone leonie leontine leopold leslie lila lilian liliane lilou lina
        linda lionel lisa lise lisette loan loic lola lorenzo lou louane louis louise louisette louka lubin luc lucas lucette lucie lucien lucienne lucille ludivine ludovic
        lydia lydie lyna madeleine mael maelle maelys maeva magali maggy malika malo malorie manon manuel marc marceau marcel marceline marcelle margaux margot
        marguerite maria mariam mariama marianne marie marie-france marielle mariette marilyne marinette mario marion marius marjorie marlene marthe martial martine
        maryline maryse maryvonne mateo mathias mathieu mathilde mathis mathys matthieu maud maurice mauricette max maxence maxime maximilien mehdi melanie melina melissa melvin
        micheline michel michele michelle mickael miguel mireille mohamed mohammed moise monique morgane mouloud moussa muriel mustapha myriam nabil nadege nadia nadine nael
        nassim natacha nathalie nathan nathanael nicolas nicole nina noah noe noelle noemie nolan nora norbert norma nour octave odette odile olga olivia olivier
        omar ophelie oriane oscar oumar ousmane pablo pamela pascale patrice patricia patrick paul paule paulette pauline pedro perrine peggy philibert philippe philomene pierre
        pierrette pierrick quentin rachel rachid rachida rahma raoul raphael raphaelle raymond raymonde rebecca regine regis remi remy renaud rene renee reynald
        richard robert roberte robin rodolphe rodrigue roger roland rolande romain romane rosa rosalie roseline rosine roxane ruben sabine sabrina sacha said salim salima salome
        salomon sam samia samir samira samuel sandra sandrine sandy sarah sasha sebastien selim selma serge severin severine sidonie simon simone soizic solange soline
        sonia sophie soraya stanislas stella stephane stephanie steve steven suzanne suzette suzy sylvain sylvaine sylvestre sylvette sylviane sylvie tanguy tatiana telma
        tess tessa thea theo theodore theophile therese thibault thibaut thierry thomas tiago tifenn timeo timothee titouan tom tony tristan ugo ulysse
        valentin valentine valerie vanessa vera veronique victor victorine vincent violaine virginie vivien viviane vladimir walid walter wendy wilfried william willy
        xavier yacine yael yann yanis yannick yasmina yasmine yoann yohan yolande youcef youssef yves yvette yvon yvonne zacharie zahra zelie zeineb zinedine zoe zohra
        abdel abdelkader abdou abdoulaye abigail achille adama ahmed aida aissa aissata aissatou akim alassane aleksandra alfonso ali alia alicia alima aliou alioune alison alizee alvaro alya alyssa
        amadou amal amara ambre amelle aminata amine amira ana anaelle anastasia anatolie andrea andrei angela angeline angelo anissa annaelle annette anselme antonella antonia antonio anya arielle armel armando
        arsenio arwen asma assa assia astou athenais aubin augustine aurelia awa aymeric azeddine babacar badr bakary basile batoule beatrix benedict bernadine bertille bintou binta blandine bogdan bouchra boubacar
        candice carlos carmela carmelo cassandra cassandre catalina cathy celina cesar chahinez charlie cheikh cherif chiara christele christina christopher ciara cindy cloe coline concetta coumba cristina curtis cyrielle cyrine
        damian dany dario dave debora delia denisa desiree diana dieudonne dina djamel djamila djeneba djibril domingo donovan doriane dounia driss dylane ebony edna edouardo edwin eileen elias elif elio elisabetta elissa ella ellie
        eloane elona elora elvis emeric emilia emre enora enrique erine erwann esma eulalie evann evelina ezra fabiola fabio faiza fanta fares farida farah fathia fatiha fatouma fatoumata faustine felipe fernanda fernando filipe
        firmin flavien flora florentin fouad franklin freddy gaby gaia gaspard georgia gerard germaine ghania gianni gildas giulia giulio goran gracieuse guillemette gwen gwenael gwendal gwendoline habib habiba hadja hafid
        hafsa hajar hakima halima hamed hamidou hana hanae hanna harold harouna hatem haroun hawa hayat heidi heloise hermeline hind houria houssem ibtissem idriss idrissa igor ikram ilan ilana ilhan ilyana imad imany imran inaya iness ines
        ionut ismael issa issam ivana iyad izia jacinthe jackie jad jalil jamal jamel jana janine jany janick jarod jasmine jawad jayden jeannine jennie jenny jess jhonny jimmy joanna joao joaquim joelle johan johanna johnny jonas jorge jorane josee
        josef joshua joumana juan juanita judith juliana juliano julienne kacem kadiatou kadidia kadija kadijatou kais kamelia kamil karel karen kassandra katarina katell katrine kayla keltoum kenny kenza kerian keyla khaled khalil kim kimberley kimberly kylian
        kyllian lamia lamine larissa lassana latifa laurene laurianne lazare leandre leane leandro leonore leontine lenny leny leslie lewis leyla lhassan liam lidia lilia lilly lily lilya lino lior lisandro livia liya loane lohan loick lorena lorette lorine loris
        lotfi lou-ann louanne louisa louison luca lucia lucile luciano ludmila luigi luis luisa luka luna lya lyana lyes lylou lyse mady mael maellie maeline mahamadou mahdi maia maissa maiwenn maiwen maja malak malek malik malika maly mamadou mamoudou manel
        manoel manuela maksim marco marcus margarida margarita margerie mariana mariannick mariano marilou marija marjolaine marko marlon marouane marta martha maryam maryannick maryvonne massimo mathea matheo mathilda mathurin matis matteo mattia maude mauro maxine maya maylis
        mehmet meissa melany melchior melia melodie mercedes meriem meryem messaoud mia mickael mihai milan milo mina mireille mirella miriam modou moktar mona monia mory mounir mouna mourad moustapha myrtille nabila nacer nadir naelle nahel naim naima naomi naomie
        narcisse nasser nathanaelle nawel nayla nazim neil nelly nelson ninon nizar noa noam noelie noham nohan nolan nolwenn noor norah noemie nordine noura nouredine nourredine nuno nuria oceane octavie octavia odin olena oleg olympe oriana orlane ornella oswald othman otman ottavia oumou oussama
        paco paloma paola paolo paquita pascaline paulin paulo pavel penelope perine pernelle piero pietro pilar pio piotr priscilla priscille prosper quitterie rabah rabia radia raja ramata ramzi rania raquel rayan rayane razika reine-marie remedios renata renato
        riad ricardo rita roberta roberto rodrigo rogerio rokhaya romaric romy ronald ronan rosalia rosario rosemary rosita rozenn ruth ryan sadia safia salah salif saliha sally salvatore samba sami samy sandro santiago saskia satya seydou sekou selena selma sergio seynabou shaina shana
        shirley sibylle siham silvia simeon sixtine soan sofia sofiane sokhna soledad solenn solenne souad soufiane souhila souleymane stella steeve steven svetlana swann tahar taous tarek tatiana teddy tariq telio teresa tessy thais thalia thelma thiago tiphaine tidiane timothe tino titouan
        tobias tomas tony toufik tracy tristana tuan typhaine urbain ursula valentina valeriane vassili vasile veronika victorien vincente violetta virgile vitor vivienne wael wafa wahiba warren wassila wassim wided wilhelm winnie wissem xavier-marie yacouba yana yanick yara yaelle yasin yasmin yassin yassine
        yassir yazid ylan yolene youna younes youness yousra youri yuna yunus yvann yvelise zahia zakaria zaira zeinab zeynep ziad zina zineb zlatan zohra zora zuleikha
        solene eliott slimane ibrahima mei minh thi ewa rokia irina loris maelys enea louison yvon lison elsie apolline capucine josephe leocadie yasmine ilyana malak hiba amira salim tarik chloe-anne ousseynou modou pape aliou fatimata
        hawa aissetou maimouna djenaba sekouba lamine bakari seydina kouassi koffi kwame akissi affoue amenan adjoua yao komla ama afi mariana luisa beatriz joana rui nuno tiago goncalo ines-maria vasco agnieszka katarzyna malgorzata magdalena
        krzysztof tomasz pawel andrzej wojciech oksana olena natalia tetiana yulia iryna dmytro oleksandr volodymyr serhiy mykola elena-maria mihai ioana andreea gheorghe florin cosmin razvan nicoleta aysel fatih emine hatice ayse mustafa yusuf huseyin
        emre omer murat selin elif-nur zeynab hoang linh huong phuong tuan-anh duc thanh nguyet xuan wei jing yan-li ling chen-li priya rajesh sunita lakshmi anjali arjun sanjay kumar imran-khan bilel aymen wael oussama ismahane souhayla nawel
        sihem chaima rim rym lotfi mounir nordine nourredine noureddine abderrahmane abdelaziz abdellah abdelhamid belgacem larbi messaoud tayeb zoubir fadila fadela zoubida cherifa ouarda malha nouria taos yamina mbarka lalla
        gwladys maelann enora nolwenn gwendoline morwenna tugdual corentine ronan malou mayline naella tyron kilian killyan mathys ewen titouane youn lomig yannig soizig annaick rozen fanch yannek
        jeanne-marie rose-marie anne-sophie anne-claire anne-cecile marie-laure marie-paule marie-helene marie-christine marie-jeanne marie-noelle marie-odile paul-henri jean-yves jean-michel jean-paul jean-francois jean-louis jean-jacques
        heloise berenice ombeline apolonie victorin philomene zelie honorin anselmine leontin gaelick lubna hadrien aurelian maxim gaultier foulques ludmilla ksenia anouck cassy loanne margaud lyse typhanie charlyne mylene magalie nolhan evaelle
        lulu momo gege jojo titi dede riri francky manu steph fred ben seb flo nico greg vero
        """);

    /// <summary>First names that are words, months, flowers or cities too: they need a person near them.</summary>
    public static readonly FrozenSet<string> Unsure = Set("""
        aime ambroise aube aurore camille celeste celestin charlotte claire clemence colombe constance desire diane dominique eve felicite fleur florence france
        honore iris jade jordan jose juste lana lara lou louis luce madeleine manon marguerite marine mario martin max modeste noe olive parfait pascal perle philippe pierre prudence
        reine robin rose said sam sandy sasha solange theo tom ulysse victoire vincent violette alma alba angel ben charlie ambre grace soleil luna maya mia mina myrtille luis regis rita swann gaia melodie oceane capucine mercedes marta paloma santiago sofia san jana ana ali flo fred lulu titi nour manu rachel marianne 
        angelique carole denis domitille julienne valence laurent germain hilaire octave auguste capucine ariane colette emile marcel
        """);

    public static bool IsFirstName(Token token) =>
        token.IsWord && (FirstNames.Contains(token.Folded) || Unsure.Contains(token.Folded) || (token.Folded.Contains('-') && Compound(token.Folded)));

    // Jean-Pierre, Marie-Ange: one known half is enough; Saint-Jean is a place.
    private static bool Compound(string folded)
    {
        var cut = folded.IndexOf('-', StringComparison.Ordinal);
        return FirstNames.Contains(folded[..cut]) && !Saints.Contains(folded[..cut])
            && folded.AsSpan(cut + 1).IndexOf('-') < 0;
    }
}
