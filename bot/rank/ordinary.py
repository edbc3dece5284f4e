"""Ordinary English words, which a misspelt name is not to be seen in.

They are the 3,000 most frequent words of three letters or more in the vocabulary of BERT (Apache
License 2.0), which is made from books and an encyclopedia.
"""

from __future__ import annotations

from bot.rank.words import inflections

WORDS = frozenset(
    """
    abandoned ability able about above academic academy accept accepted access accident
    according account accused achieved acquired acres across act acting action actions active
    activities activity actor actress acts actual actually adam added addition additional
    address adjacent administration administrative admitted adopted adult advance advanced
    advantage affairs affected afraid africa african after afternoon again against age aged
    agency agent ages ago agreed agreement agricultural agriculture ahead aid air aircraft aired
    airport alan albert album albums alex alexander ali alive all allen alliance allow allowed
    allowing allows almost alone along alongside already also alternative although always
    amateur america american americans among amount analysis ancient and anderson andrew angel
    angeles anger angry animal animals anna anne anniversary announced annual another answer
    answered anthony anti antonio any anymore anyone anything anyway apart apartment apparently
    appear appearance appearances appeared appears application applications applied appointed
    approach approached approved approximately april arab architect architecture are area areas
    aren arena argued arizona arm armed arms army around arranged arrested arrival arrived art
    arthur article articles artillery artist artists arts asia asian aside ask asked asking asks
    ass assembly assigned assistance assistant associate associated association assumed athletic
    atlantic attached attack attacked attacks attempt attempted attempts attend attendance
    attended attention attorney audience august australia australian austria author authorities
    authority available avenue average avoid award awarded awards aware away baby bachelor back
    background backing bad bag ball band bands bank banks bar barely base baseball based basic
    basis basketball bass battalion battle bay bbc beach bear beat beautiful beauty became
    because become becomes becoming bed bedroom been beer before began begin beginning begins
    behavior behind being believe believed bell below ben beneath berlin beside besides best
    better between beyond big biggest bill billboard billion billy bird birds birth bishop bit
    black block blood blue blues board boat bob bodies body bond book books border born borough
    boston both bottom bought bound bowl box boy boys brain branch brand brazil break breaking
    breath breathing brian brick bridge brief briefly brigade bright bring bringing britain
    british broad broadcast broadcasting broke broken bronze brother brothers brought brown
    bruce budget build building buildings built bureau buried burned burning bus business but
    buy cabinet california call called calling calls calm cambridge came camera camp campaign
    campus can canada canadian canal cancer candidate candidates cannot capable capacity cape
    capital captain capture captured car card cards care career carefully carl carolina carried
    carry carrying cars case cases cash cast castle cat catch category cathedral catholic caught
    cause caused causes causing cave cell cells cemetery census center central centre centuries
    century ceremony certain certainly chain chair chairman challenge chamber champion champions
    championship championships chance change changed changes changing channel chapel chapter
    character characters charge charged charles charlie chart chase check cheek chemical chest
    chicago chief child children chin china chinese choice choose chose chosen chris christ
    christian christmas church churches circle circuit cities citizens city civil claim claimed
    claims clark class classes classic classical clean clear clearly climate clock close closed
    closely closer closing clothes club clubs coach coal coast coat code coffee cold collected
    collection college colonel colonial color colorado columbia com combat combination combined
    come comedy comes comic coming command commander commercial commission commissioned
    committed committee common commonly communication communications communist communities
    community companies company compared competed competition complete completed completely
    complex composed composer composition computer concept concern concerned concert concluded
    concrete condition conditions conducted conference confirmed conflict confused congress
    connected connection consecutive conservative consider considered consisted consisting
    consists constant constitution constructed construction contact contain contained containing
    contains contemporary content contest continue continued continues contract contributed
    control controlled convention conversation converted cool copies core corner corporation
    corps cost costs could couldn council count counter countries country county couple course
    courses court courts cover covered covering covers crazy create created creating creation
    credit creek crew cricket crime criminal crisis critical critics cross crossed crossing
    crowd crown cry cultural culture cup current currently cut cycle dad daily dam damage damn
    dan dance danger dangerous daniel dark darkness data date dates dating daughter dave david
    davis day days dead deal dean death debut decade decades december decided decision declared
    dedicated deep defeat defeated defence defense defined degree degrees del delivered demand
    democratic density department deputy der derived des described desert design designated
    designed desire desk despite destroyed details determined develop developed developing
    development device did didn die died diego difference different difficult digital dinner
    direct directed direction directly director directors disappeared discovered discovery
    disease display distance distinguished distributed distribution district districts divided
    division doctor documentary documents does doesn dog doing domestic don done door doors
    double doubt douglas down downtown draft dragon drama draw drawing drawn dream dress dressed
    drew drink drive driven driver driving drop dropped drove drug drums dry due duke during
    dutch duty dvd dynasty each ear earl earlier early earned earth easily east eastern easy eat
    economic economy edge edited edition editor educated education educational edward effect
    effective effects effort efforts egypt eight either elected election elections electric
    electronic elementary elements eleven elizabeth else emergency emperor empire employed
    employees empty end ended ending ends enemy energy engaged engine engineer engineering
    engines england english enough enter entered entertainment entire entirely entitled entrance
    entry environment environmental episode episodes equal equipment era eric escape especially
    establish established establishment estate estimated etc europe european even evening event
    events eventually ever every everyone everything evidence evil exactly example examples
    except exchange executive exhibition exist existence existing expanded expansion expected
    experience experienced explain explained express expressed expression extended extension
    extensive extra extremely eye eyes face faced faces facilities facility facing fact factor
    factory faculty failed failure fair faith fall fallen falling falls fame familiar families
    family famous fan fans far farm fashion fast faster father favorite fear feature featured
    features featuring february federal federation feed feel feeling feelings feet fell fellow
    felt female females festival few fiction field fields fifteen fifth fight fighter fighting
    figure figures file filled film films final finally finals finance financial find finding
    finds fine finger fingers finish finished finishing fire fired firm first fish fit five
    fixed flag flat fleet flew flight floor florida flow flowers fly flying focus focused folk
    follow followed following follows food foot football footballer for force forced forces ford
    foreign forest forever forget form formal format formation formed former formerly forms fort
    forward fought found foundation founded founder founding four fourth fox frame france
    francis francisco frank frederick free freedom french frequently fresh friend friendly
    friends from front fuel full fully fun function functions fund funding funds further future
    gain gained gallery game games garden gas gate gave gaze gene general generally generation
    gently genus george georgia german germany get gets getting giant girl girls give given
    gives giving glanced glass global goal goals god goes going gold golden golf gone good goods
    gordon got gotten government governor grabbed grace grade graduate graduated grand grant
    granted gray great greater greatest greece greek green grew grey ground grounds group groups
    grow growing grown growth guard guards guess guest guide guitar gun guns guy guys had hadn
    hair half hall hamilton hand handed handle hands happen happened happy hard harry has hate
    have haven having head headed headquarters heads health hear heard hearing heart heat
    heavily heavy height held hell help helped helping henry her here heritage hero hers herself
    hey hidden hide high higher highest highly highway hill hills him himself hip hired his
    historian historic historical history hit hits hockey hold holding holds hole hollywood holy
    home homes hong honor hope hoped hoping horror horse horses hospital host hosted hot hotel
    hour hours house household households houses housing houston how howard however huge human
    humans hundred hung hunter hurt husband ian ice idea ideas identified identity iii illinois
    image images immediately impact imperial importance important impossible improve improved
    inc inch inches incident include included includes including income incorporated increase
    increased increasing indeed independence independent india indian indiana indicated
    individual individuals industrial industry infantry influence influenced information
    inhabitants initial initially injured injury inner inside inspired installed instead
    institute institution institutions insurance intelligence intended interest interested
    interests interior internal international internet interview into introduced introduction
    invasion investigation investment invited involved iran ireland irish iron isbn islamic
    island islands isn israel issue issued issues italian italy items its itself jack jackson
    jake james jane january japan japanese jason jazz jean jeff jersey jesus jewish jews jim
    jimmy job joe john johnny johnson join joined joining joint jones jordan jose joseph journal
    journalist journey juan judge july jump junction june junior just justice kansas keep
    keeping kelly kept kevin key khan kid kids kill killed killing kilometres kim kind king
    kingdom kings kiss kissed kitchen knees knew knife knight know knowing knowledge known knows
    kong korea korean label labor labour lack lady laid lake land landing lands lane language
    languages lap large largely larger largest last late later latin latter laugh laughed launch
    launched law laws lawyer lay lead leader leaders leadership leading leads league leaned
    learn learned learning least leave leaves leaving led lee left leg legal legislative legs
    length les less let letter letters level levels lewis liberal library lie lies lieutenant
    life lifted light lights like liked likely limited lincoln line lines link lip lips list
    listed listen lit literary literature little live lived lives living loan local located
    location locations locked london long longer look looked looking looks lord los lose losing
    loss lost lot loud louis love loved low lower ltd lucky luke lying lyrics machine mad made
    magazine magic main mainly maintain maintained major majority make makes making male males
    man managed management manager manchester manner many map march maria marie marine mark
    marked market marriage married martin mary maryland mass massachusetts massive master match
    matches material materials matt matter matthew max maximum may maybe mayor mean meaning
    means meant measure medal media median medical medicine medium meet meeting melbourne member
    members memorial memory men mental mention mentioned merged message met metal method methods
    metres metropolitan mexican mexico michael michigan mid middle might mike mile miles
    military mill miller million mind mine mining minister ministry minnesota minor minute
    minutes mirror miss missed missing mission missouri mix mixed mobile model models modern mom
    moment moments money month months moon moore more morgan morning moscow most mostly mother
    motion motor mount mountain mountains mouth move moved movement movie moving mrs much multi
    multiple municipal municipality murder museum music musical musician musicians muslim must
    myself name named names narrow nation national nations native natural nature naval navy near
    nearby nearly necessary neck need needed needs negative neighborhood neither netherlands
    network never new newly news newspaper next nfl nice nick night nine nodded noise nominated
    non none nor normal normally north northeast northern northwest norway norwegian nose not
    notable note noted notes nothing notice noticed novel november now nuclear number numbers
    numerous object objects observed obtained obviously occupied occur occurred occurs ocean
    october off offer offered offering offers office officer officers offices official
    officially officials often ohio oil okay old older oldest olympic olympics once one ones
    online only ontario onto open opened opening opera operate operated operating operation
    operations opinion opportunity opposed opposite opposition orange orchestra order ordered
    orders oregon organisation organization organizations organized origin original originally
    other others otherwise our out outside outstanding over overall own owned owner oxford
    pacific pack page pages paid pain painted painter painting paintings pair pakistan palace
    pale palm paper papers parents paris parish park parliament part participated particular
    particularly parties partner partnership parts party pass passed passenger passengers passes
    passing past path patients patrick pattern paul pay peace peak pennsylvania people per
    percent perfect perform performance performances performed performing perhaps period
    permanent persian person personal personnel persons peter phase philadelphia philip
    philippines philosophy phone physical piano pick picked picture pictures piece pieces pilot
    pink place placed places plan plane planet planned planning plans plant plants plate
    platform play played player players playing plays please pleasure plot plus pocket poet
    poetry point pointed points poland police policy polish political politician politics pool
    poor pop pope popular population port portion portuguese position positions positive
    possible possibly post potential power powerful powers practice pre premier prepared
    presence present presented president presidential press pressed pressure pretty prevent
    previous previously price priest primarily primary prime prince princess principal prior
    prison private prix prize pro probably problem problems process produce produced producer
    producing product production productions products professional professor program programme
    programming programs progress project projects prominent promise promote promoted promotion
    proper properties property proposed protect protected protection protein proved provide
    provided provides providing province provincial public publication publications published
    publishing pull pulled pulling purchase purchased purpose push pushed put putting qualified
    quality quarter quebec queen queensland question questions quick quickly quiet quietly quite
    race races racing radio rail railroad railway rain raise raised ran range rank ranked
    ranking rare rate rather ray reach reached reaching reaction read reading ready real reality
    realize realized really rear reason reasons receive received receiving recent recently
    recognition recognized record recorded recording records red reduced referee reference
    referred refers reform refused regarded regarding regiment region regional regions register
    registered regular related relations relationship relatively release released relief
    religion religious remain remained remaining remains remember remembered removed renamed
    replaced replied report reported reports represent representative representatives
    represented representing republic republican request require required rescue research
    reserve residence residents resigned resistance resources respect respectively response
    responsibility responsible rest restaurant result resulted resulting results retired
    retirement retrieved return returned returning revealed review reviews revolution rich
    richard ride ridge right rights ring rise rising risk river rivers road roads robert rock
    roger role roles roll rolled rolling roman rome roof room rooms rose round route row royal
    rugby rule ruled rules run runner running runs rural rush russia russian ryan safe safety
    said saint sale sales salt sam same samuel san sand santa sarah sat saturday save saw say
    saying says scale scene scenes scheduled school schools science sciences scientific score
    scored scoring scotland scott scottish screen sea search season seasons seat seats second
    secondary seconds secret secretary section sections sector security see seeing seem seemed
    seems seen selected selection self sell selling semi senate senator send senior sense sent
    separate separated september sequence series serious serve served serves service services
    serving session set sets setting settled settlement seven seventh several sex sexual shadow
    shaking shall shape shaped share shared sharp she shifted ship ships shirt shit shock shook
    shooting shop shore short shortly shot should shoulder shoulders show showed showing shown
    shows shut sick side sides sighed sight sign signal signed significant silence silent silver
    similar simon simple simply since singapore singer singing single singles sir sister sisters
    sit site sites sitting situated situation six sixth size skills skin sky sleep slid slightly
    slow slowly small smaller smell smile smiled smith snow soccer social society soft softly
    software sold soldier soldiers solid solo some somehow someone something sometimes somewhat
    somewhere son song songs sons soon sorry sort sought soul sound sounded sounds source
    sources south southeast southern southwest soviet space spain spanish speak speaking special
    species specific specifically speech speed spend spent spirit split spoke spoken sport
    sports spot spread spring squad squadron square sri stadium staff stage stairs stand
    standard standards standing stands star stared staring starring stars start started starting
    starts state stated statement states stating station stations status stay stayed steam steel
    step stephen stepped steps steve still stock stomach stone stood stop stopped storage store
    stores stories storm story straight strange stream street streets strength strike string
    strong struck structure structures student students studied studies studio studios study
    stuff stupid style sub subject subsequent subsequently succeeded success successful
    successfully such suddenly suffered suggested suit summer sun sunday super supply support
    supported supporting supposed supreme sure surface surprise surprised surrounded surrounding
    survey survived sweden swedish sweet swiss switzerland sword sydney system systems table
    take taken takes taking talk talking tall tank target task taste taught tax taylor teacher
    teachers teaching team teams tears technical techniques technology teeth television tell
    telling tells temperature temple ten tennessee tennis term terminal terms territory test
    texas text than thank thanks that the theater theatre their them theme themselves then
    theory there therefore these they thick thin thing things think thinking third thirty this
    thomas those though thought thoughts thousand thousands threat three threw throat through
    throughout throw thus tie tied tight tim time times tiny tired title titled titles today
    together tokyo told tom tomorrow tone tongue tonight tony too took top toronto total touch
    touched tour tournament toward towards tower town towns township track tracks trade
    tradition traditional traffic trail train trained training trains transfer transferred
    translated translation transport transportation travel treatment treaty tree trees trial
    tried tries trip troops trophy tropical trouble truck true trust truth try trying tunnel
    turkey turkish turn turned turning turns twelve twenty twice twin two type types typical
    typically ultimately unable uncle under underground understand understanding understood
    union unique unit united units universal universe universities university unknown unless
    unlike until upon upper urban usa use used user users uses using usual usually valley value
    values vampire van variety various vehicle vehicles version versions very via vice victor
    victoria victory video vietnam view views village villages violence virginia vision visit
    visited visual vocals voice vol volume von vote voted votes wait waited waiting wake wales
    walk walked walker walking wall walls walter want wanted wants war ward warm warning wars
    was washington wasn watch watched watching water waters wave way ways weak weapon weapons
    wear wearing weather web website wedding week weekend weekly weeks weight well went were
    weren west western wet what whatever wheel when where whether which while whispered white
    who whole whom whose why wide widely wife wild will william williams wilson win wind window
    windows wine wing wings winner winners winning wins winter wisconsin wish with within
    without wolf woman women won wonder wondered wood wooden woods word words wore work worked
    workers working works world worldwide worried worry worse worst worth would wouldn wounded
    wrapped wrestling write writer writers writing written wrong wrote yard yards yeah year
    years yellow yes yet york you young younger your yourself youth zealand zone
    """.split()
)


def is_ordinary(word: str) -> bool:
    """Whether a word, or what it is an inflection of, is an ordinary one.

    Args:
        word: In lower case.

    >>> is_ordinary("collections"), is_ordinary("packed"), is_ordinary("terafom")
    (True, True, False)
    """
    return any(form in WORDS for form in inflections(word))
